package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;

/**
 * The pull of least norm at {@code w = 0} in the plane, where every gate is free: the point nearest
 * to 0 of the polygon {@code base + sum_l t_l jump_l}, {@code 0 <= t_l <= 1}.
 */
final class OriginPull {
  private OriginPull() {}

  static ExactVector of(ZeroOutput data) {
    if (data.slope().signum() == 0) {
      // all gates closed
      return ExactVector.zero(2);
    }
    List<ExactVector> corners = corners(data);
    ExactVector nearest = corners.get(0);
    boolean inside = true;
    boolean flat = true;
    for (int i = 0; i < corners.size(); i++) {
      ExactVector from = corners.get(i);
      ExactVector to = corners.get((i + 1) % corners.size());
      ExactVector here = from.nearestTo0On(to);
      nearest = here.norm2().compareTo(nearest.norm2()) < 0 ? here : nearest;
      inside &= from.cross(to).signum() >= 0;
      ExactVector beyond = corners.get((i + 2) % corners.size());
      flat &= to.minus(from).cross(beyond.minus(to)).signum() == 0;
    }
    return inside && !flat ? ExactVector.zero(2) : nearest;
  }

  /** The corners counter-clockwise, from the lowest. */
  private static List<ExactVector> corners(ZeroOutput data) {
    List<Cone> cones = PlaneSweep.cones(data);
    // just before the first ray of the turn: from there each jump is taken once in a half turn
    ExactVector corner = cones.get(0).ends().get(0);
    List<ExactVector> edges = new ArrayList<>();
    for (ExactVector jump : PlaneSweep.jumps(data)) {
      if (jump.isZero()) {
        continue;
      }
      if (PlaneSweep.upper(jump)) {
        edges.add(jump);
      } else {
        corner = corner.plus(jump);
        edges.add(jump.negate());
      }
    }
    edges.sort((a, b) -> -a.cross(b).signum());
    List<ExactVector> corners = new ArrayList<>();
    corners.add(corner);
    for (ExactVector edge : edges) {
      corner = corner.plus(edge);
      corners.add(corner);
    }
    for (ExactVector edge : edges) {
      corner = corner.minus(edge);
      corners.add(corner);
    }
    return corners;
  }
}
