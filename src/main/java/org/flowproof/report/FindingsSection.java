package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flowproof.check.EndingResult;
import org.flowproof.check.Finding;
import org.flowproof.check.ValueResult;
import org.flowproof.check.Verdict;
import org.flowproof.exposition.Words;

/** The section with the verdicts on this run. */
final class FindingsSection {
  private FindingsSection() {}

  static Map<String, Object> model(Document document) {
    Map<String, Object> map = document.model();
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, List<String>> remarks = new LinkedHashMap<>();
    boolean surprise = false;
    for (Finding finding : document.input().findings()) {
      rows.add(row(document, finding));
      List<String> words = new ArrayList<>();
      if (!finding.reason().isBlank()) {
        words.add(sentence(finding.reason()));
      }
      finding.caveats().forEach(c -> words.add(sentence(c)));
      if (!words.isEmpty()) {
        remarks
            .computeIfAbsent(String.join(" ", words), text -> new ArrayList<>())
            .add(document.claimReference(finding.claim().id()));
      }
      Verdict expected = document.input().expected().get(finding.claim().id());
      surprise |= expected != null && expected != finding.verdict();
    }
    map.put("rows", rows);
    map.put(
        "remarks",
        remarks.entrySet().stream()
            .map(e -> Map.of("claim", Words.list(e.getValue()), "text", e.getKey()))
            .toList());
    List<List<String>> values = new ArrayList<>();
    for (ValueResult value : document.input().result().values()) {
      values.add(value(document, value, values.size() + 1));
      surprise |= !value.asExpected();
    }
    map.put("values", values);
    Optional<EndingResult> ending = document.input().result().ending();
    map.put("ending", ending.map(FindingsSection::ending).orElse(""));
    map.put("surprise", surprise || ending.filter(e -> !e.asExpected()).isPresent());
    ConditionsTable.addTo(map, document);
    return map;
  }

  private static Map<String, Object> row(Document document, Finding finding) {
    NumberMacros numbers = document.numbers();
    String key = finding.claim().id();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("claim", "\\ref{" + document.label("claim", key) + "}");
    map.put("title", LatexText.prose(finding.claim().title()));
    map.put("verdict", verdict(finding.verdict()));
    Verdict expected = document.input().expected().get(key);
    map.put("expected", expected == null ? "--" : verdict(expected));
    map.put("asExpected", expected == null || expected == finding.verdict());
    map.put("margin", finding.margin().map(v -> numbers.real("margin-" + key, v, 3)).orElse("--"));
    map.put(
        "tightness",
        finding.tightness().map(v -> numbers.real("tightness-" + key, v, 4)).orElse("--"));
    map.put("witness", finding.witness().map(w -> witness(numbers, key, w)).orElse("--"));
    map.put(
        "error",
        finding.margin().isPresent()
            ? numbers.real("error-" + key, finding.numericalError(), 2)
            : "--");
    Finding.Instances instances = finding.instances();
    map.put("instances", instances.applicable() + "/" + instances.all());
    map.put("times", Numbers.num(finding.checkedTimes()));
    return map;
  }

  private static List<String> value(Document document, ValueResult value, int number) {
    NumberMacros numbers = document.numbers();
    String key = "value-" + number;
    return List.of(
        LatexText.prose(value.expected().name()),
        value.observed().map(ball -> numbers.real(key, ball.value(), 9)).orElse("--"),
        value.observed().map(ball -> numbers.real(key + "-error", ball.radius(), 2)).orElse("--"),
        numbers.real(key + "-expected", value.expected().equals(), 9),
        numbers.real(key + "-tolerance", value.expected().tolerance(), 2),
        verdict(value.verdict()),
        LatexText.prose(value.expected().source()));
  }

  private static String ending(EndingResult ending) {
    String text =
        "The verdict on this run is \\fpverdict{"
            + ending.verdict().words()
            + "}"
            + (ending.asExpected()
                ? ", as expected."
                : "; expected was \\fpverdict{" + ending.expected().words() + "}.");
    return ending.reason().isBlank() ? text : text + " Remark: " + sentence(ending.reason());
  }

  static String verdict(Verdict verdict) {
    return "\\fpverdict{" + verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "}";
  }

  private static String witness(NumberMacros numbers, String key, Finding.Witness witness) {
    StringBuilder out = new StringBuilder("$t = ");
    out.append(numbers.real("witness-" + key, witness.time(), 4)).append('$');
    new TreeMap<>(witness.indices())
        .forEach(
            (name, value) ->
                out.append(", $").append(name).append(" = ").append(value).append('$'));
    return out.toString();
  }

  private static String sentence(String text) {
    String escaped = LatexText.prose(text.strip());
    return escaped.endsWith(".") ? escaped : escaped + ".";
  }
}
