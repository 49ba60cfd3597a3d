// Imported before everything else: what Express tells of an error, such as its stack, hangs on it.
process.env.NODE_ENV = 'production';
