// Asks for the page itself again, as often as wanted, and gives the milliseconds until it answers.
async ({times, pause}) => {
  const took = [];
  for (let n = 0; n < times; n++) {
    await new Promise((done) => setTimeout(done, pause));
    const begun = performance.now();
    const answer = await fetch(location.href, {cache: 'no-store', credentials: 'include'});
    took.push(performance.now() - begun);
    if (answer.body) await answer.body.cancel();
  }
  return took;
}
