package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.check.stationary.StationaryJudge;
import org.flowproof.check.stationary.StationaryKind;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.flow.limit.LimitEstimator;

/** The limit of a run with what kind of point it is; the kind only when there is a limit. */
record JudgedLimit(LimitEstimate estimate, StationaryKind kind) {

  static JudgedLimit of(Trajectory trajectory) {
    LimitEstimate estimate = new LimitEstimator().estimate(trajectory);
    return new JudgedLimit(estimate, StationaryJudge.judge(trajectory, estimate));
  }

  boolean available() {
    return estimate instanceof LimitEstimate.Found;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(LimitText.lines(estimate));
    if (available()) {
      lines.addAll(StationaryText.lines(kind));
    }
    return lines;
  }

  Map<String, Object> tree() {
    Map<String, Object> map = new LinkedHashMap<>(LimitText.tree(estimate));
    if (available()) {
      map.put("point", StationaryText.tree(kind));
    }
    return map;
  }
}
