package org.flowproof.problem.yaml;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Located;

/** A value in a strict YAML file, with its place; every getter refuses what is of another type. */
public final class StrictValue {
  private final Path file;
  private final String key;
  private final YamlNode node;

  StrictValue(Path file, String key, YamlNode node) {
    this.file = file;
    this.key = key;
    this.node = node;
  }

  /** The file it was read from. */
  public Path file() {
    return file;
  }

  /** The 1-based line on which it starts. */
  public int line() {
    return node.line();
  }

  /** Dotted path of its key, such as {@code check[2].claim}. */
  public String key() {
    return key;
  }

  /** What it is, without its place. */
  YamlNode node() {
    return node;
  }

  /** An unquoted text that stands here; for values that are worked out from this one. */
  public StrictValue derived(String text) {
    return new StrictValue(file, key, new YamlNode.Scalar(text, true, line()));
  }

  /** Whether it is a mapping. */
  public boolean isMap() {
    return node instanceof YamlNode.Mapping;
  }

  /** Whether it is a list. */
  public boolean isList() {
    return node instanceof YamlNode.Sequence;
  }

  /**
   * A scalar as text, not blank.
   *
   * @throws InputException when it is a list, a map or blank
   */
  public String text() {
    String text = anyText();
    if (text.isBlank()) {
      throw refuse("blank text", "some text");
    }
    return text;
  }

  /**
   * A scalar as text; quoted text may be empty.
   *
   * @throws InputException when it is a list, a map or missing
   */
  public String anyText() {
    return scalar("a text").text();
  }

  /** The text as {@link #text()} with its place, to be parsed later. */
  public Located located() {
    return new Located(text(), file, line(), key);
  }

  /**
   * A number in {@link Decimal} notation, unquoted.
   *
   * @throws InputException when it is not one
   */
  public Decimal decimal() {
    YamlNode.Scalar scalar = scalar(Decimal.EXPECTED);
    if (!scalar.plain()) {
      throw refuse("a quoted text, " + shown(scalar.text()), Decimal.EXPECTED);
    }
    return Decimal.parse(scalar.text())
        .orElseThrow(
            () ->
                refuse(
                    "not a number a double can hold: " + shown(scalar.text()), Decimal.EXPECTED));
  }

  /** The double nearest to {@link #decimal()}, finite. */
  public double number() {
    return decimal().value();
  }

  /**
   * A number above 0.
   *
   * @throws InputException when it is not
   */
  public double positive() {
    double value = number();
    if (!(value > 0)) {
      throw refuse("not positive: " + decimal().text(), "a number above 0");
    }
    return value;
  }

  /**
   * A number that is at least 0.
   *
   * @throws InputException when it is not
   */
  public double nonNegative() {
    double value = number();
    if (!(value >= 0)) {
      throw refuse("negative: " + decimal().text(), "a number that is at least 0");
    }
    return value;
  }

  /**
   * A whole number in a range.
   *
   * @throws InputException when it is not one
   */
  public long integer(long least, long most) {
    String expected = "a whole number from " + least + " to " + most;
    BigDecimal exact = decimal().exact();
    boolean whole = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
    if (!whole
        || exact.compareTo(BigDecimal.valueOf(least)) < 0
        || exact.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw refuse("unusable number: " + decimal().text(), expected);
    }
    return exact.longValueExact();
  }

  /**
   * {@code true} or {@code false}, unquoted.
   *
   * @throws InputException when it is neither
   */
  public boolean bool() {
    YamlNode.Scalar scalar = scalar("true or false");
    return switch (scalar.plain() ? scalar.text() : "") {
      case "true" -> true;
      case "false" -> false;
      default -> throw refuse("neither true nor false: " + shown(scalar.text()), "true or false");
    };
  }

  /**
   * One of some words.
   *
   * @param choices what each word means, in the order to list them
   * @throws InputException when it is not one of them, with a suggestion
   */
  public <E> E choice(Map<String, E> choices) {
    String expected = (choices.size() == 1 ? "" : "one of ") + String.join(", ", choices.keySet());
    String word = scalar(expected).text();
    E meaning = choices.get(word);
    if (meaning == null) {
      throw refuse(
          "unknown choice " + shown(word), expected, NearestName.of(word, choices.keySet()));
    }
    return meaning;
  }

  /**
   * The items of a list, possibly none.
   *
   * @throws InputException when it is not a list
   */
  public List<StrictValue> list() {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      throw refuse(found(), "a list");
    }
    List<StrictValue> items = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      items.add(new StrictValue(file, key + "[" + (i + 1) + "]", sequence.items().get(i)));
    }
    return items;
  }

  /**
   * A mapping; call {@link StrictMap#allow} on it unless its keys are free.
   *
   * @throws InputException when it is not a mapping
   */
  public StrictMap map() {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      throw refuse(found(), "a mapping (key: value)");
    }
    return new StrictMap(file, key, mapping);
  }

  /** A refusal that points here. */
  public InputException refuse(String problem, String expected) {
    return refuse(problem, expected, Optional.empty());
  }

  /** A refusal that points here, with a likely intended spelling. */
  public InputException refuse(String problem, String expected, Optional<String> suggestion) {
    return new InputException(file, line(), key, problem, expected, suggestion);
  }

  private YamlNode.Scalar scalar(String expected) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.isEmpty()) {
      return scalar;
    }
    throw refuse(found(), expected);
  }

  private String found() {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.isEmpty() ? "no value" : "the text " + shown(scalar.text());
    }
    return node instanceof YamlNode.Mapping ? "a mapping" : "a list";
  }

  private static String shown(String text) {
    return "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "...") + "'";
  }
}
