package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Carriers;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Network;

/** The norms of all neurons at the end of a run in decreasing order: few carry what is learnt. */
final class CarriersFigure {
  private static final double SHARE = 0.99;

  /** Fewer neurons are seen in the other pictures. */
  private static final int FEWEST = 10;

  /** Ranks up to here are all shown, and further ones by steps of this factor. */
  private static final int ALL = 60;

  private static final double FACTOR = 1.02;

  private CarriersFigure() {}

  /** The figure for wide networks with a smooth activation whose layers are both trained. */
  static Optional<Figure> of(Document document) {
    Trajectory run = document.input().trajectory();
    Network network = run.problem().network();
    if (!(network.activation() instanceof Activation.Smooth)
        || network.trained() != Network.Trained.BOTH
        || network.width() < FEWEST) {
      return Optional.empty();
    }
    Carriers end = Carriers.of(run.problem(), run.at(run.endTime()), SHARE);
    Carriers start = Carriers.of(run.problem(), run.at(0), SHARE);
    NumberMacros numbers = document.numbers();
    String range =
        end.least() == end.most()
            ? ""
            : " (between "
                + numbers.count("carriers-least", end.least())
                + " and "
                + numbers.count("carriers-most", end.most())
                + " within the numerical error)";
    Points points =
        new Points(
                "carriers",
                "rank of the neuron",
                "share of the norm, $\\lVert\\theta_j\\rVert/\\lVert\\theta\\rVert$")
            .options("xmode=log, ymode=log, ");
    points.add("start", "fpgrey, mark=*, mark size=0.8pt", "start", shares(start));
    points.add("end", "fpblue, thick, mark=*, mark size=1.2pt", "end", shares(end));
    return Optional.of(
        points.figure(
            "Norms of the neurons, $\\lVert\\theta_j\\rVert^2 = a_j^2 + \\lVert w_j\\rVert^2$, in"
                + " decreasing order at the start and at the end of the run. At the end "
                + numbers.count("carriers", end.count())
                + range
                + " of "
                + numbers.count("carriers-all", network.width())
                + " neurons carry 99\\,\\% of $\\sum_j\\lVert\\theta_j\\rVert^2$, at the start "
                + numbers.count("carriers-start", start.count())
                + "."));
  }

  private static List<Points.Point> shares(Carriers carriers) {
    double largest = carriers.norms().get(0);
    double sum = 0;
    for (double norm : carriers.norms().toArray()) {
      sum += norm / largest * (norm / largest);
    }
    List<Points.Point> points = new ArrayList<>();
    int last = carriers.norms().length() - 1;
    // TeX runs out of memory over thousands of marks
    for (int k = 0; k <= last; k = next(k, last)) {
      points.add(new Points.Point(k + 1.0, carriers.norms().get(k) / largest / Math.sqrt(sum)));
    }
    return points;
  }

  private static int next(int k, int last) {
    int next = k < ALL ? k + 1 : (int) Math.ceil(k * FACTOR);
    return k < last ? Math.min(next, last) : last + 1;
  }
}
