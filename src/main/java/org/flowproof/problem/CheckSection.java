package org.flowproof.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the lists {@code check}, {@code values} and {@code plot} of a case file. */
final class CheckSection {
  static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*");
  private static final List<String> VERDICTS =
      List.of("HOLDS", "VIOLATED", "NOT_APPLICABLE", "UNKNOWN");
  private static final List<String> ENDINGS =
      List.of("INTERPOLATION", "LEAST_SQUARES", "HALF_LEAST_SQUARES", "OTHER", "UNKNOWN");

  private CheckSection() {}

  static List<Expectation> check(List<StrictValue> items) {
    List<Expectation> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (StrictValue item : items) {
      StrictMap map = item.map().allow(CaseKeys.CHECK);
      Located claim = claim(map, seen);
      all.add(
          new Expectation(
              claim,
              map.choice("expect", verdicts()),
              map.text("because", ""),
              conditions(map.list("conditions"))));
    }
    return all;
  }

  /** The id of a claim, which may not be among those seen before. */
  static Located claim(StrictMap map, Set<String> seen) {
    Located claim = map.located("claim");
    if (!ID.matcher(claim.text()).matches()) {
      throw claim.refuse(
          "not the id of a claim: '" + claim.text() + "'",
          "a path below proofs/ without extension, such as envelopes/norm-growth");
    }
    if (!seen.add(claim.text())) {
      throw claim.refuse("claim listed twice: '" + claim.text() + "'", "each claim once");
    }
    return claim;
  }

  static Located ending(StrictValue value) {
    Map<String, String> words = new LinkedHashMap<>();
    ENDINGS.forEach(word -> words.put(word, word));
    value.choice(words);
    return value.located();
  }

  /** The verdicts by their words, in the order in which a message lists them. */
  static Map<String, String> verdicts() {
    Map<String, String> verdicts = new LinkedHashMap<>();
    VERDICTS.forEach(word -> verdicts.put(word, word));
    return verdicts;
  }

  private static List<ExpectedCondition> conditions(List<StrictValue> items) {
    List<ExpectedCondition> all = new ArrayList<>();
    for (StrictValue item : items) {
      StrictMap map = item.map().allow(CaseKeys.CONDITIONS);
      if (map.has("threshold") != map.has("tolerance")) {
        throw map.refuse("a threshold needs a tolerance", "both 'threshold' and 'tolerance'");
      }
      OptionalDouble threshold =
          map.has("threshold")
              ? OptionalDouble.of(map.get("threshold").positive())
              : OptionalDouble.empty();
      all.add(
          new ExpectedCondition(
              map.located("id"),
              map.choice(
                  "expect", Map.of("HOLDS", "HOLDS", "FAILS", "FAILS", "UNKNOWN", "UNKNOWN")),
              threshold,
              threshold.isPresent() ? map.get("tolerance").positive() : 0));
    }
    return all;
  }

  static List<ExpectedValue> values(List<StrictValue> items) {
    List<ExpectedValue> all = new ArrayList<>();
    for (StrictValue item : items) {
      StrictMap map = item.map().allow(CaseKeys.VALUES);
      all.add(
          new ExpectedValue(
              map.text("name"),
              map.located("value"),
              map.find("at").map(CheckSection::time).orElse(OptionalDouble.empty()),
              map.number("equals"),
              map.get("tolerance").positive(),
              map.text("source")));
    }
    return all;
  }

  private static OptionalDouble time(StrictValue value) {
    return switch (value.anyText()) {
      case "end" -> OptionalDouble.empty();
      case "limit" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      default -> OptionalDouble.of(value.nonNegative());
    };
  }

  static List<Plot> plots(List<StrictValue> items) {
    List<Plot> all = new ArrayList<>();
    for (StrictValue item : items) {
      StrictMap map = item.map().allow(CaseKeys.PLOT);
      all.add(
          new Plot(
              map.text("title"),
              map.located("quantity"),
              map.find("per").map(v -> v.choice(words(Plot.Per.values()))).orElse(Plot.Per.NONE),
              map.find("scale")
                  .map(v -> v.choice(words(Plot.Scale.values())))
                  .orElse(Plot.Scale.LINEAR),
              map.find("bound").map(StrictValue::located)));
    }
    return all;
  }

  private static <E extends Enum<E>> Map<String, E> words(E[] values) {
    Map<String, E> words = new LinkedHashMap<>();
    Arrays.stream(values).forEach(v -> words.put(v.name().toLowerCase(Locale.ROOT), v));
    return words;
  }
}
