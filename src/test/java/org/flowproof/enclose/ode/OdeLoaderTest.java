package org.flowproof.enclose.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import org.flowproof.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class OdeLoaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x: 1/x | x: 1 | 1 | '1/x' is no polynomial; expected a polynomial",
        "x: x^(1/2) | x: 1 | 1 | 'x^(1/2)' is no polynomial",
        "x: \"Exp[x]\" | x: 1 | 1 | 'Exp[x]' is no polynomial",
        "x: x^-1 | x: 1 | 1 | is no polynomial",
        "x: x^99 | x: 1 | 1 | exponent too large",
        "x: ((9^64)^64)^64 | x: 1 | 1 | a constant of more than 4096 bits",
        "x: t*x | x: 1 | 1 | 't' is neither unknown nor parameter",
        "x: yy | x: 1 | 1 | unknown name 'yy' at position 1",
        "x: 2 x | x: 1 | 1 | a product needs *",
        "t: 1 | t: 1 | 1 | name already in use",
        "m: 1 | m: 1 | 1 | name already in use",
        "x_1: 1 | x_1: 1 | 1 | expected a name of ASCII letters and digits",
        "x: y, y: x | x: 1 | 1 | start.y: missing key",
        "x: x | x: 1, y: 2 | 1 | start.y: unknown key",
        "x: x | x: y | 1 | unknown name 'y'",
        "x: x | x: 1/0 | 1 | is no polynomial",
        "x: x | x: 1 | 0 | not positive",
        "x: x | x: 1 | -1 | not positive",
        "x: x < 1 | x: 1 | 1 | a number was expected"
      })
  void whatIsNoProblemIsRefused(String equations, String start, String time, String message) {
    InputException refusal =
        assertThrows(InputException.class, () -> Equations.of(equations, start, time));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    assertTrue(refusal.line() > 0, refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "always: ['x == 1'] | a comparison by ==",
        "always: ['x < 1 && x > 0'] | no comparison",
        "always: ['x < 1/x'] | is no polynomial",
        "order: 3 | unusable number",
        "order: 61 | unusable number",
        "expect: {widht: 1} | did you mean 'width'",
        "expect: {width: 0} | not positive",
        "expect: {values: {y: 1}} | unknown key",
        "expect: {values: {x: 1/3}} | not a number",
        "parameters: {x: 1} | 'x' is a parameter already",
        "parameters: {a: b, b: 1} | unknown name 'b'",
        "paramters: {a: 1} | did you mean 'parameters'"
      })
  void whatElseIsWrongIsRefused(String line, String message) {
    InputException refusal =
        assertThrows(InputException.class, () -> Equations.of("x: x", "x: 1", "1", line));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }

  @Test
  void parametersMayUseThoseBefore() {
    OdeFile file = Equations.of("x: c", "x: a/3", "1", "parameters: {a: 1, b: a/4, c: 2*b^2}");
    assertTrue(file.enclose().values().get(0).admits(new java.math.BigDecimal("0.458333333333")));
  }

  @Test
  void theSchemaListsTheKeysOfTheLoader() throws IOException {
    Map<?, ?> schema = schema();
    OdeKeys.bySection()
        .forEach(
            (section, keys) -> {
              Map<?, ?> at = section.isEmpty() ? schema : map(map(schema, "properties"), section);
              assertEquals(false, at.get("additionalProperties"), section);
              assertEquals(
                  new TreeSet<>(keys),
                  new TreeSet<Object>(map(at, "properties").keySet()),
                  section);
            });
  }

  private static Map<?, ?> map(Map<?, ?> map, String key) {
    return (Map<?, ?>) map.get(key);
  }

  private static Map<?, ?> schema() throws IOException {
    try (InputStream in =
        OdeLoaderTest.class.getResourceAsStream("/org/flowproof/schema/ode.schema.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
  }
}
