# The computations of psychometrics.ts in R. Rscript psychometrics-in-r.R FILE.csv; prints NAME<TAB>seconds of every run.
suppressPackageStartupMessages({ library(psych); library(lavaan) })
all <- read.csv(commandArgs(TRUE)[1], na.strings = "")
items <- names(all)[1:25]
d <- all[, items]; cc <- d[complete.cases(d), ]; R <- cor(cc); n <- nrow(cc)
model <- paste(vapply(c("A", "C", "E", "N", "O"), function(f) paste0(f, " =~ ", paste0(f, 1:5, collapse = " + ")), ""), collapse = "\n")
time <- function(name, runs, expr) {
  e <- substitute(expr); seconds <- numeric(runs)
  for (i in seq_len(runs + 1)) {
    gc(FALSE); t0 <- as.numeric(Sys.time()); suppressMessages(suppressWarnings(eval(e, parent.frame())))
    if (i > 1) seconds[i - 1] <- as.numeric(Sys.time()) - t0
  }
  cat(name, seconds, sep = "\t"); cat("\n")
}
time("alpha", 15, alpha(d, check.keys = FALSE, warnings = FALSE))
time("pearson", 15, cor(cc))
time("polychoric", 5, lavCor(cc, ordered = items, output = "cor"))
# psych rotates by GPArotation
if (requireNamespace("GPArotation", quietly = TRUE)) time("efa", 11, fa(R, 5, n.obs = n, fm = "minres", rotate = "oblimin"))
time("cfa-ml", 9, cfa(model, cc, std.lv = TRUE, estimator = "ML"))
time("cfa-ml-report", 3, { f <- cfa(model, cc, std.lv = TRUE, estimator = "ML"); fitMeasures(f); standardizedSolution(f); modindices(f) })
time("cfa-mlr", 5, cfa(model, cc, std.lv = TRUE, estimator = "MLR"))
time("cfa-fiml", 3, cfa(model, d, std.lv = TRUE, estimator = "ML", missing = "fiml"))
time("cfa-wlsmv", 3, cfa(model, cc, std.lv = TRUE, ordered = items, estimator = "WLSMV"))
