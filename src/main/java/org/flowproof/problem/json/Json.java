package org.flowproof.problem.json;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Writes maps, lists, strings, numbers, booleans and null as JSON. */
public final class Json {
  private Json() {}

  /** Indented text with a final newline; keys in the order of the maps. */
  public static String text(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, "", out);
    return out.append('\n').toString();
  }

  private static void write(Object value, String indent, StringBuilder out) {
    if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long) {
      out.append(value);
    } else if (value instanceof Double number) {
      // JSON has no infinities: they become null
      out.append(Double.isFinite(number) ? number.toString() : "null");
    } else if (value instanceof String string) {
      quote(string, out);
    } else if (value instanceof Map<?, ?> map) {
      String separator = "";
      out.append('{');
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator).append('\n').append(indent).append("  ");
        quote((String) entry.getKey(), out);
        out.append(": ");
        write(entry.getValue(), indent + "  ", out);
        separator = ",";
      }
      out.append(map.isEmpty() ? "" : "\n" + indent).append('}');
    } else if (value instanceof Collection<?> list) {
      String separator = "";
      out.append('[');
      for (Object element : list) {
        out.append(separator).append('\n').append(indent).append("  ");
        write(element, indent + "  ", out);
        separator = ",";
      }
      out.append(list.isEmpty() ? "" : "\n" + indent).append(']');
    } else {
      throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private static void quote(String string, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7E) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
