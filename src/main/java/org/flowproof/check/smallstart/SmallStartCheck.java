package org.flowproof.check.smallstart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.flow.origin.GrowthAtZero;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmallStartRequest;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * Holds the theorems on the limit of small starts (Zhao, Bai and Zhang, Theorems 1 and 3, with the
 * slope of the activation at 0) against runs. The initial weights of a problem give the direction,
 * or weights drawn with the imbalance of the request; their size is replaced by its scales.
 * Stateless.
 */
public final class SmallStartCheck {
  private SmallStartCheck() {}

  /** Checks a problem with runs of its own. */
  public static SmallStartResult of(Problem problem, SmallStartRequest request) {
    Optional<String> obstacle =
        GrowthAtZero.obstacle(problem).or(() -> withoutGrowth(problem, request));
    if (obstacle.isPresent()) {
      return new SmallStartResult(
          problem, request, obstacle.get(), Optional.empty(), without(obstacle.get()));
    }
    GrowthAtZero growth = GrowthAtZero.of(problem);
    OtherStarts others = start(problem, growth, request);
    Weights theta = others.theta();
    Vec projections = growth.projections(theta);
    List<Double> times = request.times();
    double end = times.get(times.size() - 1);
    LimitFlow limit = LimitFlow.of(problem, projections, end);
    if (limit.end() < end * (1 - 1e-9)) {
      String why = "the limit flow broke off at t = " + limit.end();
      return new SmallStartResult(problem, request, why, Optional.empty(), open(why));
    }
    double smallest = request.scales().get(request.scales().size() - 1);
    PictureReader reader = new PictureReader(problem, limit, projections, end);
    reader.path(StartPictures.Kind.LIMIT, 0, projections, limit);
    PrintedTime shift = new PrintedTime(times.get(0));
    Approach approach =
        Approach.of(
            problem,
            theta,
            0,
            growth.rate(),
            limit,
            request.scales(),
            times,
            run -> {
              reader.run(run);
              shift.corrected(run);
            });
    Approach printed = shift.approach(problem, theta, limit, request, approach);
    Weights partner = others.sameRatio();
    double factor = factor(growth.projections(partner), projections);
    Approach partners =
        Approach.of(
            problem,
            partner,
            -Math.log(factor) / growth.rate(),
            growth.rate(),
            limit,
            request.scales(),
            times,
            run -> {
              if (run.scale() == smallest) {
                reader.path(StartPictures.Kind.RUN, 0, projections, run);
              }
            });
    EarlyGrowth early = new EarlyGrowth(problem, growth, theta);
    Rates rates = new Rates(approach, exponent(problem.data().d()));
    List<StartStatement> statements = new ArrayList<>();
    statements.add(early.corrected());
    statements.add(early.printed());
    statements.add(rates.limit(StartStatement.Kind.LIMIT));
    statements.add(
        new Rates(printed, exponent(problem.data().d())).limit(StartStatement.Kind.PRINTED_SHIFT));
    statements.add(rates.bound());
    statements.add(rates.firstOrder());
    statements.add(rates.printedRate());
    statements.add(
        new Rates(partners, exponent(problem.data().d())).limit(StartStatement.Kind.SAME_RATIO));
    statements.addAll(different(problem, others, limit, times, reader));
    new FurtherImbalances(problem, request, limit, projections, reader).read();
    return new SmallStartResult(
        problem,
        request,
        "",
        Optional.of(
            new SmallStartResult.Found(
                growth,
                projections,
                growth.printedProjections(theta),
                times.stream().map(t -> point(limit, t)).toList(),
                approach,
                partners,
                early.forms(shift.sizes(request.scales())),
                reader.pictures(limit))),
        statements);
  }

  private static OtherStarts start(
      Problem problem, GrowthAtZero growth, SmallStartRequest request) {
    return request.imbalances().isEmpty()
        ? OtherStarts.beside(growth, OtherStarts.unit(problem.initial()), request.seed())
        : OtherStarts.with(growth, request.imbalances().get(0), request.seed());
  }

  private static SmallStartResult.Point point(LimitFlow limit, double time) {
    return new SmallStartResult.Point(time, Vec.of(limit.at(time)), limit.error(time));
  }

  /** The other curves go on for some growth times, so that they can come as far. */
  private static List<StartStatement> different(
      Problem problem,
      OtherStarts others,
      LimitFlow limit,
      List<Double> times,
      PictureReader reader) {
    double end = limit.end() + 3 / limit.growth().rate();
    if (problem.network().width() == 1) {
      String why = "one neuron has one ratio";
      return List.of(
          new StartStatement(StartStatement.Kind.OTHER_RATIO, Verdict.NOT_APPLICABLE, why),
          new StartStatement(StartStatement.Kind.RAW_RATIO, Verdict.NOT_APPLICABLE, why));
    }
    Vec raw = limit.growth().projections(others.sameOutputs());
    LimitFlow changed = LimitFlow.of(problem, others.otherRatio(), end);
    LimitFlow equalOutputs = LimitFlow.of(problem, raw, end);
    reader.path(StartPictures.Kind.OTHER_RATIO, 0, others.otherRatio(), changed);
    reader.path(StartPictures.Kind.RAW_RATIO, 0, raw, equalOutputs);
    return List.of(
        CurveDistance.judge(StartStatement.Kind.OTHER_RATIO, limit, changed, times, Verdict.HOLDS),
        CurveDistance.judge(
            StartStatement.Kind.RAW_RATIO, limit, equalOutputs, times, Verdict.VIOLATED));
  }

  /** The exponent of Theorem 3: {@code (mu1 - mu2)/(2 mu1 - mu2)}, mu2 = 0, or -mu1 when d = 1. */
  private static double exponent(int dimension) {
    return dimension == 1 ? 2.0 / 3 : 0.5;
  }

  private static double factor(Vec one, Vec other) {
    return Math.sqrt(
        Arrays.stream(one.toArray()).map(v -> v * v).sum()
            / Arrays.stream(other.toArray()).map(v -> v * v).sum());
  }

  private static Optional<String> withoutGrowth(Problem problem, SmallStartRequest request) {
    if (request.imbalances().isEmpty() && !(LimitFlow.norm(problem.initial()) > 0)) {
      return Optional.of("all initial weights are 0");
    }
    GrowthAtZero growth = GrowthAtZero.of(problem);
    Weights part = growth.growing(growth.projections(start(problem, growth, request).theta()));
    double grown = LimitFlow.norm(part);
    if (!(grown > 1e-9)) {
      return Optional.of("the initial weights have no growing part");
    }
    double first = request.times().get(0);
    double begin = (Math.log(1e-12) - Math.log(grown)) / growth.rate();
    return first > begin
        ? Optional.empty()
        : Optional.of(
            "at t = " + first + " nothing has grown yet; times have to be above " + begin);
  }

  private static List<StartStatement> without(String why) {
    return Arrays.stream(StartStatement.Kind.values())
        .map(kind -> new StartStatement(kind, Verdict.NOT_APPLICABLE, why))
        .toList();
  }

  private static List<StartStatement> open(String why) {
    return Arrays.stream(StartStatement.Kind.values())
        .map(kind -> new StartStatement(kind, Verdict.UNKNOWN, why))
        .toList();
  }
}
