# Where lme4 stops at its defaults: fits every model of a list and prints one line of JSON for each.
#   Rscript test/bench/defaults.R LIST
# LIST has one tab-separated line a model: id, data file, formula, method, factors.
suppressMessages(library(lme4))
cases <- read.delim(commandArgs(trailingOnly = TRUE)[1], header = FALSE, colClasses = "character")
numbers <- function(x) paste0("[", paste(sprintf("%.15g", x), collapse = ", "), "]")
for (i in seq_len(nrow(cases))) {
  case <- cases[i, ]
  data <- read.csv(case$V2)
  for (name in setdiff(strsplit(case$V5, ",")[[1]], "")) data[[name]] <- factor(data[[name]])
  fit <- suppressMessages(suppressWarnings(
    lmer(as.formula(case$V3), data = data, REML = case$V4 == "REML")
  ))
  cat(sprintf('{"id": "%s", "logLik": %.15g, "se": %s, "vcov": %s}\n', case$V1,
    as.numeric(logLik(fit)), numbers(sqrt(diag(as.matrix(vcov(fit))))),
    numbers(as.data.frame(VarCorr(fit))$vcov)))
}
