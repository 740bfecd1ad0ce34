package org.flowproof.sweep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.flowproof.check.outcome.Ending;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema of sweeps says what the loader takes. */
class SweepSchemaTest {

  @Test
  void theSchemaListsTheKeysOfTheLoader() throws IOException {
    Map<?, ?> schema = schema("sweep");
    SweepKeys.bySection()
        .forEach(
            (section, keys) -> {
              Map<?, ?> at = schema;
              for (String name : section.isEmpty() ? new String[0] : section.split("[.]", -1)) {
                at = property(at, name);
              }
              assertEquals(false, at.get("additionalProperties"), section);
              assertEquals(
                  new TreeSet<>(keys),
                  new TreeSet<Object>(map(at, "properties").keySet()),
                  section);
            });
  }

  /** A point is a case: its sections are those of the schema of cases. */
  @Test
  void theSectionsOfTheCaseAreThoseOfCases() throws IOException {
    Map<?, ?> cases = map(schema("case"), "properties");
    map(property(schema("sweep"), "case"), "properties")
        .forEach(
            (name, reference) -> {
              assertEquals(
                  Map.of("$ref", "case.schema.json#/properties/" + name), reference, "" + name);
              assertEquals(true, cases.containsKey(name), "" + name);
            });
  }

  @Test
  void axesHaveTheTypeOfTheirValues() throws IOException {
    Map<?, ?> schema = schema("sweep");
    for (String where : List.of("axes", "quick")) {
      Map<?, ?> axes = map(property(schema, where), "properties");
      for (AxisKind kind : AxisKind.values()) {
        String type = kind.type().name().toLowerCase(Locale.ROOT);
        assertEquals(Map.of("$ref", "#/$defs/" + type), axes.get(kind.axis()), kind.axis());
        assertEquals(true, map(schema, "$defs").containsKey(type));
      }
    }
  }

  @Test
  void endingsAreThoseOfTheJudge() throws IOException {
    Map<?, ?> ending = property(property(schema("sweep"), "threshold"), "ending");
    assertEquals(
        Arrays.stream(Ending.values()).filter(e -> e != Ending.UNKNOWN).map(Ending::name).toList(),
        ending.get("enum"));
  }

  private static Map<?, ?> property(Map<?, ?> schema, String name) {
    return map(map(schema, "properties"), name);
  }

  private static Map<?, ?> map(Map<?, ?> map, String key) {
    return (Map<?, ?>) map.get(key);
  }

  private static Map<?, ?> schema(String name) throws IOException {
    String resource = "/org/flowproof/schema/" + name + ".schema.json";
    try (InputStream in = SweepSchemaTest.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
  }
}
