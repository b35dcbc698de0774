# The other half of the statistics benchmark: the same models in R, lme4 and nlme at their defaults.
#   Rscript test/bench/models.R FILE slopes|repeated|report REPEATS
# Prints one line of JSON with the median CPU time in milliseconds, reading not included.
arguments <- commandArgs(trailingOnly = TRUE)
what <- arguments[2]
repeats <- as.integer(arguments[3])
rows <- read.csv(arguments[1], colClasses = c("character", "character", "integer", "integer", "numeric"))

cpu <- function(run) {
  times <- replicate(repeats, {
    gc(FALSE)
    sum(system.time(result <<- run(), gcFirst = FALSE)[c("user.self", "sys.self")])
  })
  1000 * median(times)
}

if (what == "slopes") {
  suppressMessages(library(lme4))
  milliseconds <- cpu(function() lmer(score ~ month * program + (month | id), data = rows))
  loglik <- as.numeric(logLik(result))
} else if (what == "repeated") {
  suppressMessages(library(nlme))
  seen <- rows[!is.na(rows$score), ]
  seen$cell <- factor(paste(seen$wave, seen$program))
  milliseconds <- cpu(function() gls(score ~ 0 + cell, data = seen,
    correlation = corSymm(form = ~ wave | id), weights = varIdent(form = ~ 1 | wave)))
  loglik <- as.numeric(logLik(result))
} else {
  milliseconds <- cpu(function() {
    wide <- matrix(rows$score, ncol = 4, byrow = TRUE)
    program <- rows$program[seq(1, nrow(rows), 4)]
    lapply(2:4, function(t) vapply(split(wide[, t] - wide[, 1], program), function(change) {
      test <- t.test(change)
      c(test$estimate, test$conf.int, test$p.value, test$estimate / sd(change, na.rm = TRUE))
    }, numeric(5)))
  })
  loglik <- NA
}
cat(sprintf('{"milliseconds": %.6g, "logLik": %s}\n', milliseconds,
  if (is.na(loglik)) "null" else sprintf("%.10f", loglik)))
