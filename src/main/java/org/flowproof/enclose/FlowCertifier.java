package org.flowproof.enclose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.limit.FlowEnd;
import org.flowproof.enclose.limit.LimitObstacle;
import org.flowproof.enclose.limit.TerminalCertifier;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Kinks;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.plan.Precision;
import org.flowproof.enclose.plan.TubeBuilder;
import org.flowproof.enclose.plan.TubeLog;
import org.flowproof.flow.KinkLines;
import org.flowproof.problem.Problem;

/** Encloses the gradient flow of a network in a proven tube. */
public final class FlowCertifier {
  private FlowCertifier() {}

  /** A tube, or why the problem cannot have one. */
  public sealed interface Outcome {
    /** It was tried. */
    record Tried(Enclosure enclosure) implements Outcome {}

    /** The problem is of a kind that is not enclosed. */
    record Unsuitable(String reason) implements Outcome {}
  }

  /** Encloses the flow up to a time. */
  public static Outcome enclose(Problem problem, double end) {
    return enclose(problem, end, () -> false);
  }

  /**
   * Encloses the flow up to a time.
   *
   * @param end positive
   * @param stopped asked between steps; when true, the tube ends there with an obstacle
   */
  public static Outcome enclose(Problem problem, double end, BooleanSupplier stopped) {
    return enclose(problem, end, stopped, Precision.PAIRS);
  }

  /** Encloses the flow up to a time, with its path laid as precisely as asked. */
  public static Outcome enclose(
      Problem problem, double end, BooleanSupplier stopped, Precision precision) {
    return enclose(problem, end, stopped, precision, Optional.empty());
  }

  /**
   * Encloses the flow up to a time, and has every proven step taken down for a certificate, so that
   * paths are laid in doubles throughout.
   *
   * @param listener hears of every step as it is proven
   */
  public static Outcome enclose(
      Problem problem, double end, BooleanSupplier stopped, TubeLog listener) {
    return enclose(problem, end, stopped, Precision.DOUBLES, Optional.of(listener));
  }

  private static Outcome enclose(
      Problem problem,
      double end,
      BooleanSupplier stopped,
      Precision precision,
      Optional<TubeLog> listener) {
    FlowModel.Outcome outcome = FlowModel.of(problem);
    if (outcome instanceof FlowModel.Outcome.Unsuitable unsuitable) {
      return new Outcome.Unsuitable(unsuitable.reason());
    }
    FlowModel model = ((FlowModel.Outcome.Suitable) outcome).model();
    for (int j = 0; j < model.m(); j++) {
      for (int k = 0; k < model.n(); k++) {
        if (onKinkAtStart(problem, j, k)) {
          return new Outcome.Unsuitable(
              "neuron " + (j + 1) + " starts on the kink of sample " + (k + 1));
        }
      }
    }
    Notes notes = new Notes(model.kinks(), listener);
    TubeBuilder builder = new TubeBuilder(model, precision, notes);
    Optional<Refusal> refused = builder.advanceTo(end, stopped);
    FlowTube tube = new FlowTube(model, notes.steps);
    return new Outcome.Tried(
        new Enclosure(
            tube,
            notes.kinks,
            refused.map(r -> new Enclosure.Obstacle(tube.end(), r)),
            limit(model, tube, refused, builder, notes)));
  }

  private static TerminalCertifier.Outcome limit(
      FlowModel model, FlowTube tube, Optional<Refusal> refused, TubeBuilder builder, Notes notes) {
    if (refused.isPresent() || notes.steps.isEmpty()) {
      return new TerminalCertifier.Outcome.Open(
          new LimitObstacle(LimitObstacle.Kind.TUBE, "the tube ends at " + tube.end()));
    }
    TubeStep last = notes.steps.get(notes.steps.size() - 1);
    double time = Interval.of(last.end()).upper();
    return TerminalCertifier.prove(FlowEnd.of(model, time, last.path(), builder.certifier()));
  }

  private static boolean onKinkAtStart(Problem problem, int j, int k) {
    return KinkLines.exactSign(problem.initial().w().row(j), 0, problem.data().x().row(k)) == 0;
  }

  private static final class Notes implements TubeLog {
    private final Kinks all;
    private final List<TubeStep> steps = new ArrayList<>();
    private final List<Before> marks = new ArrayList<>();
    private final Optional<TubeLog> listener;
    private final List<TubeKink> kinks = new ArrayList<>();

    /** What had been taken down. */
    private record Before(int steps, int kinks, Optional<Integer> listener) {}

    Notes(Kinks all, Optional<TubeLog> listener) {
      this.all = all;
      this.listener = listener;
    }

    @Override
    public void step(BigDecimal start, PathStep step, StepCertifier certifier) {
      double[] tube = certifier.lastTube();
      List<List<Integer>> unclear = new ArrayList<>();
      for (int j = 0; j < tube.length; j++) {
        unclear.add(Arrays.stream(certifier.lastUnclear(j)).boxed().toList());
      }
      steps.add(
          new TubeStep(start, step, Arrays.stream(tube).boxed().toList(), List.copyOf(unclear)));
      listener.ifPresent(other -> other.step(start, step, certifier));
    }

    @Override
    public void kink(BigDecimal time, int neuron, int sample, Side[] from, Side[] to, double bend) {
      for (int k = 0; k < from.length; k++) {
        if (from[k] != to[k] && all.standsFor(k)) {
          kinks.add(new TubeKink(time.doubleValue(), neuron, k, kind(from[k], to[k], bend)));
        }
      }
    }

    /** A neuron that slides along other kinks may leave them when it meets one more. */
    private static TubeKink.Kind kind(Side from, Side to, double bend) {
      if (to == Side.SLIDE) {
        return TubeKink.Kind.SLIDE;
      }
      if (from == Side.SLIDE) {
        return TubeKink.Kind.RELEASE;
      }
      return bend > 0 ? TubeKink.Kind.CONCAVE : TubeKink.Kind.CONVEX;
    }

    @Override
    public int mark() {
      marks.add(new Before(steps.size(), kinks.size(), listener.map(TubeLog::mark)));
      return marks.size() - 1;
    }

    @Override
    public void back(int mark) {
      Before before = marks.get(mark);
      steps.subList(before.steps(), steps.size()).clear();
      kinks.subList(before.kinks(), kinks.size()).clear();
      before.listener().ifPresent(other -> listener.orElseThrow().back(other));
    }
  }
}
