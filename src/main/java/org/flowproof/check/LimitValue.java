package org.flowproof.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.flow.limit.Obstruction;
import org.flowproof.formula.Ball;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;
import org.flowproof.problem.ExpectedValue;
import org.flowproof.problem.Loss;

/**
 * One observable at infinite time. Only those are read that an estimate gives with an error of its
 * own; formulas over them would need the error of every other observable too.
 */
final class LimitValue {
  private static final Set<String> KNOWN = new TreeSet<>(Set.of("loss", "mse", "h", "a", "w"));

  private LimitValue() {}

  /**
   * Refuses a value that cannot be read at the limit.
   *
   * @throws org.flowproof.problem.InputException unless it is one observable that the limit has
   */
  static void require(ExpectedValue expected, Term term) {
    boolean known =
        term instanceof Term.Observed observed
            && KNOWN.contains(observed.name())
            && observed.primes() == 0
            && observed.time() instanceof Term.Name
            && observed.indices().stream().allMatch(Term.Literal.class::isInstance);
    if (!known) {
      throw expected
          .value()
          .refuse(
              "'" + expected.value().text() + "' is not read at the limit",
              "loss, mse, h[k], a[j] or w[j,i] with numbers as indices");
    }
  }

  /**
   * The value.
   *
   * @throws NoValueException when the limit is not available
   */
  static Ball of(Term term, LimitEstimate estimate, Loss loss, int n) {
    if (estimate instanceof LimitEstimate.NotAvailable missing) {
      throw new NoValueException("the limit is not available: " + text(missing.obstruction()));
    }
    LimitEstimate.Found limit = (LimitEstimate.Found) estimate;
    Term.Observed observed = (Term.Observed) term;
    List<Integer> at =
        observed.indices().stream()
            .map(i -> (int) ((Term.Literal) i).value().toDouble() - 1)
            .toList();
    return switch (observed.name()) {
      case "loss" -> limit.loss();
      case "mse" -> {
        double scale = 1 / (loss.factor().value(n) * n);
        double mean = limit.loss().value() * scale;
        yield new Ball(mean, limit.loss().radius() * scale + 2 * Math.ulp(mean));
      }
      case "h" -> limit.outputs().get(at.get(0));
      case "a" -> new Ball(limit.state().a(at.get(0)), limit.state().errorOfA(at.get(0)));
      case "w" ->
          new Ball(limit.state().w(at.get(0), at.get(1)), limit.state().errorOfW(at.get(0)));
      default -> throw new IllegalArgumentException("not read at the limit: " + observed.name());
    };
  }

  private static String text(Obstruction obstruction) {
    StringBuilder text = new StringBuilder();
    obstruction.neuron().ifPresent(j -> text.append("neuron ").append(j).append(": "));
    obstruction.sample().ifPresent(k -> text.append("sample ").append(k).append(": "));
    return text.append(obstruction.reason()).toString();
  }
}
