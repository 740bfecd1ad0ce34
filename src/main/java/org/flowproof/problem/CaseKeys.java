package org.flowproof.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of a case file, section by section; the published schema lists the same ones. */
final class CaseKeys {
  static final List<String> TOP =
      List.of(
          "format",
          "case",
          "title",
          "notes",
          "data",
          "network",
          "loss",
          "initialization",
          "dynamics",
          "check",
          "ending",
          "alignment",
          "margins",
          "small-start",
          "branches",
          "extremal",
          "enclose",
          "values",
          "plot");
  static final List<String> SECTIONS =
      List.of("data", "network", "loss", "initialization", "dynamics");
  static final List<String> DATA =
      List.of(
          "x", "y", "target", "csv", "label", "header", "npy", "idx", "law", "select", "prepare",
          "bias");
  static final List<String> TARGET = List.of("output", "weight");
  static final List<String> NPY = List.of("x", "y");
  static final List<String> IDX = List.of("images", "labels");
  static final List<String> SELECT = List.of("classes", "take", "seed");
  static final List<String> PREPARE = List.of("centre", "scale");
  static final List<String> LAW =
      List.of(
          "kind",
          "samples",
          "dimension",
          "beta",
          "noise",
          "band",
          "norm",
          "overlap",
          "classes",
          "from",
          "to",
          "seed");
  static final List<String> NETWORK =
      List.of("width", "activation", "trained", "derivative-at-zero");
  static final List<String> ACTIVATION = List.of("leaky");
  static final List<String> LOSS = List.of("kind", "factor");
  static final List<String> INITIALIZATION = List.of("law", "ratio", "scale", "seed", "given");
  static final List<String> GIVEN = List.of("a", "w");
  static final List<String> DYNAMICS =
      List.of("kind", "residual", "integrator", "tolerance", "step", "stop");
  static final List<String> STOP =
      List.of("time", "gradient-norm", "loss", "evaluations", "at-first-event");
  static final List<String> CHECK = List.of("claim", "expect", "because", "conditions");
  static final List<String> CONDITIONS = List.of("id", "expect", "threshold", "tolerance");
  static final List<String> ALIGNMENT =
      List.of("epsilon", "alpha0", "lambda", "weights", "directions");
  static final List<String> MARGINS =
      Stream.concat(Stream.of("delta"), ExpectedMargins.STATEMENTS.stream()).toList();
  static final List<String> SMALL_START =
      Stream.concat(
              Stream.of("times", "scales", "seed", "imbalance"),
              ExpectedSmallStart.STATEMENTS.stream())
          .toList();
  static final List<String> IMBALANCE = List.of("from", "to");
  static final List<String> BRANCHES =
      Stream.concat(Stream.of("points", "seed"), ExpectedBranches.STATEMENTS.stream()).toList();
  static final List<String> EXTREMAL = List.of("cones", "vectors");
  static final List<String> EXTREMAL_VECTORS = List.of("kind", "signs");
  static final List<String> ENCLOSE = List.of("until", "radius", "limit", "refused", "claims");
  static final List<String> ENCLOSE_REFUSED = List.of("kind", "after", "before");
  static final List<String> ENCLOSE_CLAIMS = List.of("claim", "expect", "because");
  static final List<String> VALUES =
      List.of("name", "value", "at", "equals", "tolerance", "source");
  static final List<String> PLOT = List.of("title", "quantity", "per", "scale", "bound");

  private CaseKeys() {}

  /** Keys by the dotted path of their section; {@code []} marks the items of a list. */
  static Map<String, List<String>> bySection() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("", TOP);
    all.put("data", DATA);
    all.put("data.target", TARGET);
    all.put("data.npy", NPY);
    all.put("data.idx", IDX);
    all.put("data.select", SELECT);
    all.put("data.prepare", PREPARE);
    all.put("data.law", LAW);
    all.put("network", NETWORK);
    all.put("network.activation", ACTIVATION);
    all.put("loss", LOSS);
    all.put("initialization", INITIALIZATION);
    all.put("initialization.given", GIVEN);
    all.put("dynamics", DYNAMICS);
    all.put("dynamics.stop", STOP);
    all.put("check[]", CHECK);
    all.put("check[].conditions[]", CONDITIONS);
    all.put("alignment", ALIGNMENT);
    all.put("margins", MARGINS);
    all.put("small-start", SMALL_START);
    all.put("small-start.imbalance[]", IMBALANCE);
    all.put("branches", BRANCHES);
    all.put("extremal", EXTREMAL);
    all.put("extremal.vectors[]", EXTREMAL_VECTORS);
    all.put("enclose", ENCLOSE);
    all.put("enclose.refused", ENCLOSE_REFUSED);
    all.put("enclose.claims[]", ENCLOSE_CLAIMS);
    all.put("values[]", VALUES);
    all.put("plot[]", PLOT);
    return all;
  }
}
