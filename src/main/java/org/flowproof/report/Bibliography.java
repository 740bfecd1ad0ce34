package org.flowproof.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The works that Flowproof knows how to cite, from one resource file. */
final class Bibliography {
  private static final Pattern ENTRY =
      Pattern.compile("^@\\w+\\{([^,\\s]+),.*?^\\}$", Pattern.MULTILINE | Pattern.DOTALL);

  private final Map<String, String> entries = new LinkedHashMap<>();

  private Bibliography(String text) {
    Matcher matcher = ENTRY.matcher(text);
    while (matcher.find()) {
      if (entries.put(matcher.group(1), matcher.group()) != null) {
        throw new IllegalArgumentException("two entries " + matcher.group(1));
      }
    }
  }

  /** Reads the resource. */
  static Bibliography load() throws IOException {
    try (InputStream in = Bibliography.class.getResourceAsStream("references.bib")) {
      if (in == null) {
        throw new IOException("references.bib is missing from the application");
      }
      return new Bibliography(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Whether a key can be cited. */
  boolean contains(String key) {
    return entries.containsKey(key);
  }

  /** All keys, in the order of the file. */
  Collection<String> keys() {
    return entries.keySet();
  }

  /**
   * The entries of some keys, sorted by key.
   *
   * @throws IllegalArgumentException for an unknown key
   */
  String only(Collection<String> keys) {
    StringBuilder out = new StringBuilder();
    for (String key : new TreeSet<>(keys)) {
      String entry = entries.get(key);
      if (entry == null) {
        throw new IllegalArgumentException("no bibliography entry " + key);
      }
      out.append(out.length() == 0 ? "" : "\n").append(entry).append('\n');
    }
    return out.toString();
  }
}
