package org.flowproof.enclose.certify;

import static org.flowproof.enclose.certify.TurningNeuron.ARRIVAL;
import static org.flowproof.enclose.certify.TurningNeuron.FAR;
import static org.flowproof.enclose.certify.TurningNeuron.FITS;
import static org.flowproof.enclose.certify.TurningNeuron.NEAR;
import static org.flowproof.enclose.certify.TurningNeuron.RADIUS;
import static org.flowproof.enclose.certify.TurningNeuron.X;
import static org.flowproof.enclose.certify.TurningNeuron.certifier;
import static org.flowproof.enclose.certify.TurningNeuron.end;
import static org.flowproof.enclose.certify.TurningNeuron.judge;
import static org.flowproof.enclose.certify.TurningNeuron.kick;
import static org.flowproof.enclose.certify.TurningNeuron.model;
import static org.flowproof.enclose.certify.TurningNeuron.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathPoint;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.path.TaylorCoefficients;
import org.flowproof.problem.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths and bounds that are wrong in one thing each, and what they must be refused for. */
class RefusalCorpusTest {
  private static Optional<Refusal> near(Kick... kicks) {
    FlowModel model = model(NEAR, 0.5, 0);
    return judge(model, RADIUS, path(model, null, 1e-7, Side.MINUS), kicks);
  }

  /** A step, then another that switches at a time of its own. */
  private static Optional<Refusal> switched(double label, double time) {
    FlowModel model = model(FAR, label, 0);
    StepCertifier certifier = certifier(model, 0);
    PathStep first = path(model, null, time, Side.MINUS);
    Optional<Refusal> refused = certifier.advance(first, List.of());
    return refused.isPresent()
        ? refused
        : certifier.advance(path(model, first, 1e-4, Side.PLUS), List.of());
  }

  /** One kink, opened again one step later. */
  private static Optional<Refusal> again(Kick later) {
    FlowModel model = model(NEAR, 0.5, 0);
    StepCertifier certifier = certifier(model, RADIUS);
    PathStep first = path(model, null, 1e-7, Side.MINUS);
    assertEquals(Optional.empty(), certifier.advance(first, List.of(FITS)));
    return certifier.advance(path(model, first, 1e-7, Side.MINUS), List.of(later));
  }

  /** A kink that is not known to be passed yet is forgotten. */
  private static Optional<Refusal> opensLate() {
    FlowModel model = model(NEAR, -0.2, 0);
    StepCertifier certifier = certifier(model, RADIUS);
    PathStep first = path(model, null, 1e-7, Side.MINUS);
    assertEquals(Optional.empty(), certifier.advance(first, List.of()));
    return certifier.advance(path(model, first, 1e-7, Side.MINUS), List.of(FITS));
  }

  /** A third sample has the kink of the second, where the flow may turn before the path. */
  private static Optional<Refusal> twoAtOnce(double third) {
    FlowModel model =
        Flows.model(
            Flows.squared(
                new double[][] {X[0], X[1], {X[1][0], X[1][1] * (1 + 1e-12)}},
                new double[] {1, 0.5, third},
                new double[][] {{0.5, NEAR}},
                new double[] {0.9},
                0,
                1));
    TaylorCoefficients taylor =
        new TaylorCoefficients(
            model, new Slidings(model), new Side[][] {{Side.PLUS, Side.MINUS, Side.MINUS}}, 12, 0);
    taylor.compute(
        PathPoint.of(new double[][] {model.problem().initial().w().row(0)}, new double[] {0.9}),
        1e-7);
    return judge(model, RADIUS, taylor.step(1), kick(1.01e-6, 0.09, 0.16, 1e-8));
  }

  private static Optional<Refusal> ofAnother(FlowModel judge, FlowModel walker) {
    return judge(judge, 0, path(walker, null, 0.0025, Side.MINUS));
  }

  /** A wrong proposal. */
  private record Wrong(
      String name, Supplier<Optional<Refusal>> proposal, Refusal.Kind kind, String reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Wrong wrong(
      String name, Refusal.Kind kind, String reason, Supplier<Optional<Refusal>> proposal) {
    return new Wrong(name, proposal, kind, reason);
  }

  static Stream<Wrong> proposals() {
    Refusal.Kind concave = Refusal.Kind.CONCAVE;
    FlowModel right = model(FAR, 0.5, 0);
    return Stream.of(
        wrong("a concave kink that is not paid for", concave, "without bounds", () -> near()),
        wrong(
            "a speed that is too large",
            concave,
            "the speed towards the kink is only proven",
            () -> near(kick(1.01e-6, 0.16, 0.23, 1e-8))),
        wrong(
            "growth that is too small",
            concave,
            "the error may grow faster",
            () -> near(kick(1.01e-6, 0.14, 0.2, 1e-8))),
        wrong(
            "no room for growth before the kink",
            concave,
            "before the kink",
            () -> near(kick(RADIUS * (1 + 1e-9), 0.14, 0.23, 1e-8))),
        wrong(
            "no room for drift",
            concave,
            "while the kink is open",
            () -> near(kick(1.01e-6, 0.14, 0.23, 0))),
        wrong(
            "less error than there is",
            concave,
            "do not fit",
            () -> near(kick(0.99e-6, 0.14, 0.23, 1e-8))),
        wrong(
            "a factor below push over speed",
            concave,
            "do not fit",
            () -> near(new Kick(0, 1, 1.01e-6, 0.14, 0.23, 1.6, 1e-8))),
        wrong(
            "the kick of another sample",
            concave,
            "without bounds",
            () -> near(new Kick(0, 0, 1.01e-6, 0.14, 0.23, 1.65, 1e-8))),
        wrong(
            "a speed that another kink may turn",
            concave,
            "the speed towards the kink is only proven",
            () -> twoAtOnce(-0.7)),
        wrong("a kink twice at once", concave, "do not fit", () -> near(FITS, FITS)),
        wrong("a kink twice in a row", concave, "do not fit", () -> again(FITS)),
        wrong("a kink opened on a side not known", concave, "do not fit", () -> opensLate()),
        wrong(
            "a concave kink met by a path that slides",
            concave,
            "do not fit",
            () -> judge(model(NEAR, 0.5, 0), 0, slide(0.5), FITS)),
        wrong(
            "a slide where the kink repels",
            concave,
            "without bounds",
            () -> judge(model(NEAR, 0.5, 0), 0, slide(0.5))),
        wrong(
            "a switch too early at a concave kink",
            Refusal.Kind.SIDE,
            "leaves the side",
            () -> switched(0.5, ARRIVAL - 1e-6)),
        wrong(
            "a switch too late at a concave kink",
            Refusal.Kind.SIDE,
            "leaves the side",
            () -> switched(0.5, ARRIVAL + 1e-6)),
        wrong(
            "a switch too early at a convex kink",
            Refusal.Kind.SIDE,
            "leaves the side",
            () -> switched(-0.2, ARRIVAL - 1e-6)),
        wrong(
            "a switch too late at a convex kink",
            Refusal.Kind.SIDE,
            "leaves the side",
            () -> switched(-0.2, ARRIVAL + 1e-6)),
        wrong(
            "a residual of 0 on the kink",
            Refusal.Kind.KINK,
            "may change its sign",
            () -> {
              FlowModel model = model(NEAR, 0, 0);
              return judge(model, RADIUS, path(model, null, 1e-7, Side.MINUS));
            }),
        wrong(
            "a residual closer to 0 than the error of its output",
            Refusal.Kind.KINK,
            "may change its sign",
            () -> {
              FlowModel model = model(NEAR, 5e-7, 0);
              return judge(model, RADIUS, path(model, null, 1e-7, Side.MINUS), FITS);
            }),
        wrong(
            "an output weight as small as its error",
            Refusal.Kind.SMALL,
            "too small",
            () -> {
              FlowModel model = model(NEAR, 2.5e-6, -0.2, 0, Loss.Kind.SQUARED);
              return judge(model, RADIUS, path(model, null, 1e-9, Side.MINUS));
            }),
        wrong(
            "the path of another slope",
            concave,
            "without bounds",
            () -> ofAnother(model(FAR, 0.5, 0.5), right)),
        wrong(
            "the path of another loss",
            concave,
            "without bounds",
            () -> ofAnother(model(FAR, 0.9, 1, 0, Loss.Kind.LOGISTIC), model(FAR, 1, 0))),
        wrong(
            "the path of another start",
            concave,
            "without bounds",
            () -> ofAnother(model(FAR + 4e-4, 0.5, 0), right)));
  }

  /** A step on the kink, as if the neuron slid there. */
  private static PathStep slide(double label) {
    FlowModel model = model(-0.375, label, 0);
    return path(model, null, 1e-7, Side.SLIDE);
  }

  @ParameterizedTest
  @MethodSource("proposals")
  void isRefused(Wrong wrong) {
    Refusal refusal = wrong.proposal().get().orElseThrow();
    assertEquals(wrong.kind(), refusal.kind(), refusal::toString);
    assertTrue(refusal.text().contains(wrong.reason()), refusal::toString);
  }

  /** All of them, for mutants. */
  static void allAreRefused() {
    proposals().forEach(wrong -> new RefusalCorpusTest().isRefused(wrong));
  }

  @Test
  void whatIsRightIsProven() {
    assertEquals(Optional.empty(), near(FITS));
    assertEquals(Optional.empty(), twoAtOnce(-0.001));
    FlowModel right = model(FAR, 0.5, 0);
    assertEquals(Optional.empty(), ofAnother(right, right));
  }

  @Test
  void aStepThatIsLeftOutIsPaidFor() {
    FlowModel model = model(FAR, 0.5, 0);
    PathStep first = path(model, null, 1e-4, Side.MINUS);
    PathStep second = path(model, first, 1e-4, Side.MINUS);
    PathStep third = path(model, second, 1e-4, Side.MINUS);
    StepCertifier certifier = certifier(model, 0);
    assertEquals(Optional.empty(), certifier.advance(first, List.of()));
    double before = certifier.bounds().of(0);
    assertEquals(Optional.empty(), certifier.advance(third, List.of()));
    double gap = Math.hypot(end(second.hidden(0)[0]) - end(first.hidden(0)[0]), 0);
    assertTrue(before < 1e-14 && certifier.bounds().of(0) > gap && gap > 1e-5);
  }

  @Test
  void aRadiusIsCarriedOver() {
    FlowModel model = model(FAR, 0.5, 0);
    StepCertifier certifier = certifier(model, RADIUS);
    ProofState start = certifier.mark();
    PathStep step = null;
    for (int i = 0; i < 6; i++) {
      step = path(model, step, 1e-4, Side.MINUS);
      double before = certifier.bounds().of(0);
      assertTrue(before >= RADIUS);
      assertEquals(Optional.empty(), certifier.advance(step, List.of()));
      assertTrue(certifier.bounds().of(0) > before);
      certifier.regroup(i % 4, new boolean[] {i % 2 == 0});
      certifier.even(1);
    }
    certifier.back(start);
    assertTrue(certifier.bounds().of(0) >= RADIUS);
  }
}
