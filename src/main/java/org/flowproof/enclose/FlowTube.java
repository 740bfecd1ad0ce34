package org.flowproof.enclose;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.problem.Problem;

/** The tube that was proven around the flow of a network. */
public final class FlowTube implements Tube {
  private final FlowModel model;
  private final List<TubeStep> steps;
  private final double end;
  private final List<TubePiece> pieces;
  private final double radius;

  FlowTube(FlowModel model, List<TubeStep> steps) {
    this.model = model;
    this.steps = List.copyOf(steps);
    end = steps.isEmpty() ? 0 : Interval.of(steps.get(steps.size() - 1).end()).lower();
    radius = steps.stream().flatMap(s -> s.errors().stream()).mapToDouble(e -> e).max().orElse(0);
    pieces = List.copyOf(cut());
  }

  /** Long steps are pieces of their own; what lies between two of them is one short piece. */
  private List<TubePiece> cut() {
    List<TubePiece> result = new ArrayList<>();
    List<ShortPiece.StepPart> parts = new ArrayList<>();
    double reached = 0;
    for (TubeStep step : steps) {
      Interval from = Interval.of(step.start());
      Interval to = Interval.of(step.end());
      double first = Math.max(reached, from.upper());
      double last = Math.min(end, to.lower());
      StepPiece whole = new StepPiece(model, step, from.lower(), to.upper());
      if (last - first > 256 * Math.ulp(last)) {
        if (first > reached) {
          parts.add(new ShortPiece.StepPart(whole, Interval.of(from.lower(), first)));
          result.add(new ShortPiece(reached, first, parts));
        }
        parts.clear();
        result.add(new StepPiece(model, step, first, last));
        reached = last;
        if (to.upper() > last) {
          parts.add(new ShortPiece.StepPart(whole, Interval.of(last, to.upper())));
        }
      } else {
        parts.add(new ShortPiece.StepPart(whole, Interval.of(from.lower(), to.upper())));
      }
    }
    if (reached < end && !parts.isEmpty()) {
      result.add(new ShortPiece(reached, end, parts));
    }
    return result;
  }

  @Override
  public Problem problem() {
    return model.problem();
  }

  @Override
  public double end() {
    return end;
  }

  @Override
  public List<TubePiece> pieces() {
    return pieces;
  }

  @Override
  public double radius() {
    return radius;
  }

  /** How many steps were proven. */
  public int stepCount() {
    return steps.size();
  }
}
