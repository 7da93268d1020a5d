ALTER TABLE "analysis_runs" ALTER COLUMN "released_ids" SET DATA TYPE bytea
  USING decode(replace(array_to_string("released_ids", ''), '-', ''), 'hex');
