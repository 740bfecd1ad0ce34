package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flowproof.flow.cones.AscentSearch;
import org.flowproof.flow.cones.Cone;
import org.flowproof.flow.cones.ExactVector;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.problem.Matrix;

/** Extremal vectors as a table and as a tree. */
final class ExtremalText {
  private static final double CONFIDENCE = 0.99;
  private static final int MOST_SIGNS = 24;
  private static final int MOST_COORDINATES = 6;

  private final Console console;

  ExtremalText(Console console) {
    this.console = console;
  }

  void print(ExtremalSurvey survey) {
    AscentSearch search = survey.search();
    if (survey.refusal().isEmpty()) {
      console.print("  " + survey.cones() + " activation cones, listed and decided exactly");
    } else {
      console.print("  " + survey.refusal());
      console.print(
          "  so extremal vectors are those met from random directions, each decided exactly; any"
              + " maximum or minimum");
      console.print(
          String.format(
              Locale.ROOT,
              "  with a basin of at least %s of the sphere was met with confidence %s",
              Display.number(search.surelyMet(CONFIDENCE)),
              CONFIDENCE));
    }
    TextTable table = new TextTable("  NO", "KIND", "SIGNS", "LENGTH", "BASIN", "DIRECTION OF w");
    for (int i = 0; i < survey.vectors().size(); i++) {
      ExtremalVector v = survey.vectors().get(i);
      table.row(
          "  " + (i + 1),
          kind(v),
          signs(v, survey.problem().data().x()),
          Display.precise(length(v)),
          basin(v, search),
          direction(v));
    }
    console.print(table);
    console.print(
        "  basins: shares of "
            + search.starts()
            + " directions (seed "
            + search.seed()
            + ") that end there, +- standard error; of the ways up and down, "
            + search.still()
            + " end with pull 0, "
            + search.lost()
            + " cannot be told");
    constants(survey);
  }

  private void constants(ExtremalSurvey survey) {
    survey
        .constants()
        .ifPresent(
            c ->
                console.print(
                    "  exact, rounded: D_max "
                        + Display.precise(c.longest())
                        + ", D_min "
                        + Display.precise(c.shortest())
                        + ", alpha_min "
                        + Display.precise(c.alphaMin())
                        + ", delta_0 "
                        + Display.precise(c.delta())));
    String with =
        " (epsilon " + survey.request().epsilon() + ", alpha_0 " + survey.request().alpha0() + ")";
    console.print(
        "  lambda*"
            + with
            + ": "
            + survey.scale().map(Display::precise).orElse("none: " + survey.scaleFailure()));
  }

  private static String kind(ExtremalVector v) {
    return v.shape().name().toLowerCase(Locale.ROOT);
  }

  private static double length(ExtremalVector v) {
    return Math.sqrt(v.vector().norm2().toDouble());
  }

  private static String signs(ExtremalVector v, Matrix x) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < x.rows() && k < MOST_SIGNS; k++) {
      int sign = v.cone().sign(ExactVector.of(x.row(k)));
      text.append(sign > 0 ? '+' : sign < 0 ? '-' : '0');
    }
    return text + (x.rows() > MOST_SIGNS ? "..." : "");
  }

  private static String basin(ExtremalVector v, AscentSearch search) {
    if (v.shape() == ExtremalVector.Shape.SADDLE) {
      return "-";
    }
    int count = v.shape() == ExtremalVector.Shape.MAXIMUM ? search.ascents(v) : search.descents(v);
    // two more directions, one that ends here and one elsewhere: no error of 0 from a finite number
    double likely = (count + 1.0) / (search.starts() + 2.0);
    double error = Math.sqrt(likely * (1 - likely) / search.starts());
    return String.format(Locale.ROOT, "%.3f +- %.3f", (double) count / search.starts(), error);
  }

  private static List<Double> unit(ExtremalVector v) {
    List<Double> unit = new ArrayList<>();
    double length = length(v);
    for (double entry : v.direction().toDoubles()) {
      unit.add(entry / length);
    }
    return unit;
  }

  private static String direction(ExtremalVector v) {
    List<Double> unit = unit(v);
    List<String> shown =
        unit.stream()
            .limit(MOST_COORDINATES)
            .map(e -> String.format(Locale.ROOT, "%.6f", e))
            .toList();
    return "(" + String.join(", ", shown) + (unit.size() > MOST_COORDINATES ? ", ...)" : ")");
  }

  /** For JSON. */
  static Map<String, Object> tree(ExtremalSurvey survey) {
    AscentSearch search = survey.search();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("exact", survey.refusal().isEmpty());
    map.put("reason", survey.refusal().isEmpty() ? null : survey.refusal());
    map.put("cones", survey.refusal().isEmpty() ? survey.cones() : null);
    List<Object> vectors = new ArrayList<>();
    for (ExtremalVector v : survey.vectors()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("kind", kind(v));
      entry.put("length", length(v));
      entry.put("direction", unit(v));
      entry.put("onKink", v.cone().kind() == Cone.Kind.FACE);
      entry.put("ascents", search.ascents(v));
      entry.put("descents", search.descents(v));
      vectors.add(entry);
    }
    map.put("vectors", vectors);
    map.put("starts", search.starts());
    map.put("seed", search.seed());
    map.put("still", search.still());
    map.put("lost", search.lost());
    Map<String, Object> constants = new LinkedHashMap<>();
    survey
        .constants()
        .ifPresent(
            c -> {
              constants.put("Dmax", c.longest());
              constants.put("Dmin", c.shortest());
              constants.put("alphaMin", c.alphaMin());
              constants.put("delta0", c.delta());
            });
    map.put("constants", constants.isEmpty() ? null : constants);
    map.put("epsilon", survey.request().epsilon());
    map.put("alpha0", survey.request().alpha0());
    map.put("lambda", survey.scale().orElse(null));
    map.put("lambdaReason", survey.scaleFailure().isEmpty() ? null : survey.scaleFailure());
    return map;
  }
}
