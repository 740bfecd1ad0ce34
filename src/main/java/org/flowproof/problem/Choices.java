package org.flowproof.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Words of a file with their meanings, in the order in which a message lists them. */
public final class Choices {
  private Choices() {}

  /** Two words. */
  public static <E> Map<String, E> of(String first, E one, String second, E two) {
    Map<String, E> choices = new LinkedHashMap<>();
    choices.put(first, one);
    choices.put(second, two);
    return choices;
  }

  /** All values of an enumeration by the words for them. */
  public static <E> Map<String, E> byText(E[] values, Function<E, String> text) {
    Map<String, E> choices = new LinkedHashMap<>();
    for (E value : values) {
      choices.put(text.apply(value), value);
    }
    return choices;
  }
}
