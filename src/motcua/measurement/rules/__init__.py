"""What measurement decides, plain: values in, values out."""
