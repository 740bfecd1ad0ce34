package org.flowproof.check.nonconvergence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flowproof.check.nonconvergence.Assumption.Status;
import org.flowproof.problem.Problem;

/**
 * Whether Theorems 2 and 4 of Boursier and Flammarion, Early alignment, apply to a problem. Both
 * say that for small enough scales of the initial weights the flow tends to the linear fit of least
 * squares, not to interpolation. Neither says how small; nothing here depends on the scale.
 *
 * @param three Assumption 3 with the least {@code eta}
 * @param four Assumption 4
 * @param edge the set {@code K}
 * @param five Assumption 5
 * @param six Assumption 6, part (i)
 * @param model what the theorems ask of network, loss and dynamics
 * @param start what they ask of the initial weights at any scale
 * @param fit the linear fit; empty when it is not unique
 * @param theorem2 the answer for Theorem 2
 * @param theorem4 the answer for Theorem 4
 */
public record NonConvergence(
    ThreePoints three,
    Assumption four,
    EdgeSamples edge,
    Assumption five,
    Assumption six,
    Assumption model,
    Assumption start,
    Optional<LeastSquares> fit,
    Answer theorem2,
    Answer theorem4) {

  /** Whether a theorem applies. */
  public enum Applies {
    /** For all scales below one that the theorem does not state. */
    AT_SMALL_SCALE,
    /** A hypothesis fails. */
    NO,
    /** A hypothesis is not decided, and none is known to fail. */
    UNKNOWN
  }

  /**
   * The answer for one theorem.
   *
   * @param applies the answer
   * @param reason one line
   */
  public record Answer(Applies applies, String reason) {}

  /** Decides everything for a problem. */
  public static NonConvergence of(Problem problem) {
    ExactData data = ExactData.of(problem.data());
    ThreePoints three = ThreePoints.of(data);
    Assumption four = PositiveData.of(data);
    EdgeSamples edge = EdgeSamples.of(data);
    Optional<LeastSquares> fit = LeastSquares.of(data);
    Assumption five = EdgeAssumptions.five(data, edge);
    Assumption six = EdgeAssumptions.six(data, edge, fit);
    Assumption model = Setting.model(problem);
    Assumption start = Setting.start(problem);
    return new NonConvergence(
        three,
        four,
        edge,
        five,
        six,
        model,
        start,
        fit,
        theorem2(three, List.of(model, start)),
        theorem4(three, List.of(model, start, four, five, six)));
  }

  /** All assumptions in the order of their numbers, what is asked beside the data last. */
  public List<Assumption> assumptions() {
    return List.of(three.assumption(), four, five, six, model, start);
  }

  private static Answer theorem2(ThreePoints three, List<Assumption> others) {
    if (three.small() && failing(others).isEmpty()) {
      return new Answer(Applies.AT_SMALL_SCALE, "Assumption 3 is met with eta < 1/6");
    }
    String first =
        three.small()
            ? ""
            : three.eta().isPresent()
                ? "Assumption 3 needs an eta that is not below 1/6"
                : "Assumption 3 is not met";
    String rest = failing(others);
    return new Answer(Applies.NO, first + (first.isEmpty() || rest.isEmpty() ? "" : ", ") + rest);
  }

  private static Answer theorem4(ThreePoints three, List<Assumption> parts) {
    if (!failing(parts).isEmpty()) {
      return new Answer(Applies.NO, failing(parts));
    }
    if (three.small()) {
      return new Answer(
          Applies.AT_SMALL_SCALE,
          "by Lemma 8 of the paper, Assumption 3 with eta < 1/6 implies Assumptions 4 to 6");
    }
    String open =
        parts.stream()
            .filter(a -> a.status() == Status.NOT_DECIDED)
            .map(a -> a.name() + " is not decided, ")
            .collect(Collectors.joining());
    return new Answer(Applies.UNKNOWN, open + "the cone condition of Assumption 6 is not checked");
  }

  private static String failing(List<Assumption> among) {
    return among.stream()
        .filter(a -> a.status() == Status.NOT_MET)
        .map(a -> a.name() + " is not met")
        .collect(Collectors.joining(", "));
  }
}
