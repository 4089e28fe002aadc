// What the browser needs of @marcbachmann/cel-js; `python tools/vendor/rebuild.py` bundles it.
export { Environment } from "@marcbachmann/cel-js";
