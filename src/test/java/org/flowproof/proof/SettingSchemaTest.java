package org.flowproof.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowproof.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema of settings and the loader, asked through its refusals, know the same words. */
class SettingSchemaTest {
  private static final String SETTING =
      """
      format: 1
      setting: sample
      title: A setting
      extends: network
      motion: {kind: flow}
      constants: {rate: {is: real, latex: r, about: rate, index: {j: neuron}}}
      state: {v: {latex: v, about: weight, moves: "1", index: {i: coordinate}}}
      gates: {gate: {is: unit, latex: s, about: gate}}
      functions: {act: {latex: f, about: value, of: "v[1]"}}
      defined: {half: {latex: h, about: half, as: "1/2"}}
      runs: {loss: squared, factor: 1/n, trained: both, activation: relu, from: start, as: {half: "1"}}
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: 1 | zzz: 1 | ''",
        "{kind: flow} | {zzz: flow} | motion",
        "{rate: {is: | {rate: {zzz: | constants",
        "{v: {latex: | {v: {zzz: | state",
        "{gate: {is: | {gate: {zzz: | gates",
        "{act: {latex: | {act: {zzz: | functions",
        "{half: {latex: | {half: {zzz: | defined",
        "{loss: squared | {zzz: squared | runs"
      })
  void theSchemaListsTheKeysOfTheLoader(String old, String unknown, String section)
      throws IOException {
    assertEquals(
        new TreeSet<Object>(((Map<?, ?>) at(section).get("properties")).keySet()),
        offered(old, unknown));
    assertEquals(false, at(section).get("additionalProperties"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extends: network | extends: zzz | '' | extends",
        "kind: flow | kind: zzz | motion | kind",
        "is: real | is: zzz | constants | is",
        "is: unit | is: zzz | gates | is",
        "loss: squared | loss: zzz | runs | loss",
        "trained: both | trained: zzz | runs | trained",
        "activation: relu | activation: zzz | runs | activation",
        "from: start | from: zzz | runs | from"
      })
  void theSchemaListsTheChoicesOfTheLoader(String old, String wrong, String section, String key)
      throws IOException {
    Map<?, ?> property = (Map<?, ?>) ((Map<?, ?>) at(section).get("properties")).get(key);
    assertEquals(new TreeSet<Object>((List<?>) property.get("enum")), offered(old, wrong));
  }

  @Test
  void theSchemaListsTheKindsOfIndices() throws IOException {
    Map<?, ?> index = (Map<?, ?>) ((Map<?, ?>) schema().get("$defs")).get("index");
    Map<?, ?> kinds = (Map<?, ?>) index.get("additionalProperties");
    assertEquals(new TreeSet<Object>((List<?>) kinds.get("enum")), offered("j: neuron", "j: zzz"));
  }

  /** What the loader says it expects in place of a word that it does not know. */
  private TreeSet<Object> offered(String old, String wrong) throws IOException {
    assertTrue(SETTING.contains(old), old);
    Path settings = Files.createDirectories(directory.resolve("settings"));
    // what stands before the section must be in order
    String text =
        SETTING.substring(SETTING.indexOf("runs:")).contains(old)
            ? SETTING.replaceAll("(?m)^(state|gates|functions): .*\n", "")
            : SETTING;
    Files.writeString(settings.resolve("sample.yaml"), text.replace(old, wrong));
    Path claim =
        Files.writeString(
            directory.resolve("claim.yaml"), "format: 1\nclaim: claim\nsetting: sample\n");
    InputException refused =
        assertThrows(InputException.class, () -> ClaimLoader.load(directory, claim));
    assertTrue(refused.getMessage().contains("sample.yaml"), refused.getMessage());
    Matcher list =
        Pattern.compile("expected (?:one of )?([\\w, -]+)").matcher(refused.getMessage());
    assertTrue(list.find(), refused.getMessage());
    return new TreeSet<>(List.of(list.group(1).strip().split(", ", -1)));
  }

  private static Map<?, ?> at(String section) throws IOException {
    if (section.isEmpty()) {
      return schema();
    }
    Map<?, ?> part = (Map<?, ?>) ((Map<?, ?>) schema().get("properties")).get(section);
    return List.of("motion", "runs").contains(section)
        ? part
        : (Map<?, ?>) part.get("additionalProperties");
  }

  private static Map<?, ?> schema() throws IOException {
    try (InputStream in =
        SettingSchemaTest.class.getResourceAsStream("/org/flowproof/schema/setting.schema.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
  }
}
