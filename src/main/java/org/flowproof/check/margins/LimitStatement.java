package org.flowproof.check.margins;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.problem.ExpectedMargins;

/**
 * One asymptotic statement held against a run.
 *
 * @param kind which one
 * @param items the limits it is about; none when nothing was extrapolated
 * @param verdict HOLDS when all of them hold, VIOLATED when one is violated
 * @param reason why it does not plainly hold; empty when it does
 */
public record LimitStatement(Kind kind, List<LimitItem> items, Verdict verdict, String reason) {
  public LimitStatement {
    items = List.copyOf(items);
  }

  /** The statements. */
  public enum Kind {
    /** {@code t L} tends to a number. */
    LOSS("t L(t) tends to c sum v"),
    /** All normalized margins tend to one number. */
    NORMALIZED("every z_k/|W|_F tends to (eta c sum v)^(-1/2)"),
    /** The margins themselves keep apart. */
    DIFFERENCES("z_i - z_k tends to log(v_k/v_i), which is not 0"),
    /** The stable ranks of the two classes. */
    RANKS("the stable ranks of W_+1 and W_-1 tend to those of the limit direction"),
    /** What the paper says of leaky ReLU. */
    RANK_ONE("leaky ReLU: the stable ranks of W_+1 and W_-1 tend to 1"),
    /** The stable rank of all rows. */
    WHOLE("the stable rank of the whole W tends to that of the limit direction");

    private final String says;

    Kind(String says) {
      this.says = says;
    }

    /** Short name, also the key of its expected verdict: see {@link ExpectedMargins#STATEMENTS}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The statement in plain text. */
    public String says() {
      return says;
    }
  }

  static LimitStatement of(Kind kind, List<LimitItem> items) {
    for (Verdict verdict : List.of(Verdict.VIOLATED, Verdict.UNKNOWN)) {
      Optional<LimitItem> first =
          items.stream()
              .filter(i -> i.verdict() == verdict)
              .max(Comparator.comparingDouble(LimitItem::bars));
      if (first.isPresent()) {
        return new LimitStatement(kind, items, verdict, first.get().reason());
      }
    }
    return items.isEmpty()
        ? new LimitStatement(kind, items, Verdict.UNKNOWN, "there is nothing to extrapolate")
        : new LimitStatement(kind, items, Verdict.HOLDS, "");
  }

  static LimitStatement without(Kind kind, Verdict verdict, String reason) {
    return new LimitStatement(kind, List.of(), verdict, reason);
  }

  /** The item that is furthest from its prediction, in error bars. */
  public Optional<LimitItem> worst() {
    return items.stream().max(Comparator.comparingDouble(LimitItem::bars));
  }
}
