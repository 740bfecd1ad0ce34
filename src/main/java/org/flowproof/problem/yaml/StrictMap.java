package org.flowproof.problem.yaml;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Located;

/** A mapping in a strict YAML file, with its place. */
public final class StrictMap {
  private final Path file;
  private final String key;
  private final YamlNode.Mapping node;

  StrictMap(Path file, String key, YamlNode.Mapping node) {
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

  /** Dotted path of its own key; empty at the top of a file. */
  public String key() {
    return key;
  }

  /**
   * Refuses any key but these.
   *
   * @param keys the keys that have a meaning here
   * @return this map
   * @throws InputException for the first other key, with a suggestion
   */
  public StrictMap allow(List<String> keys) {
    node.keyLines()
        .forEach(
            (name, line) -> {
              if (!keys.contains(name)) {
                throw new InputException(
                    file,
                    line,
                    path(name),
                    "unknown key",
                    "one of " + String.join(", ", keys),
                    NearestName.of(name, keys.stream().filter(k -> !has(k)).toList()));
              }
            });
    return this;
  }

  /** As {@link #allow(List)}. */
  public StrictMap allow(String... keys) {
    return allow(List.of(keys));
  }

  /** Whether the key is there, even without a value. */
  public boolean has(String name) {
    return node.entries().containsKey(name);
  }

  /** The value of a key, if the key is there. */
  public Optional<StrictValue> find(String name) {
    return Optional.ofNullable(node.entries().get(name)).map(value -> value(name, value));
  }

  /**
   * The value of a key.
   *
   * @throws InputException when the key is missing
   */
  public StrictValue get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new InputException(
                    file, line(), path(name), "missing key", "'" + name + ":'", Optional.empty()));
  }

  /** All values by key, in file order; for mappings whose keys are free. */
  public Map<String, StrictValue> entries() {
    Map<String, StrictValue> all = new LinkedHashMap<>();
    node.entries().forEach((name, v) -> all.put(name, value(name, v)));
    return all;
  }

  /** {@link StrictValue#text()} of a required key. */
  public String text(String name) {
    return get(name).text();
  }

  /** {@link StrictValue#anyText()} of a key, or a default. */
  public String text(String name, String otherwise) {
    return find(name).map(StrictValue::anyText).orElse(otherwise);
  }

  /** {@link StrictValue#located()} of a required key. */
  public Located located(String name) {
    return get(name).located();
  }

  /** {@link StrictValue#number()} of a required key. */
  public double number(String name) {
    return get(name).number();
  }

  /** {@link StrictValue#bool()} of a key, or a default. */
  public boolean bool(String name, boolean otherwise) {
    return find(name).map(StrictValue::bool).orElse(otherwise);
  }

  /** {@link StrictValue#choice} of a required key. */
  public <E> E choice(String name, Map<String, E> choices) {
    return get(name).choice(choices);
  }

  /** {@link StrictValue#list()} of a key; none when the key is missing. */
  public List<StrictValue> list(String name) {
    return find(name).map(StrictValue::list).orElse(List.of());
  }

  /** {@link StrictValue#map()} of a required key. */
  public StrictMap map(String name) {
    return get(name).map();
  }

  /**
   * This map with another value under a key; it keeps its own place, so that a refusal of it points
   * to where it was written.
   *
   * @param path the key, dotted where it lies in maps inside this one, all of which are there
   * @param value what to put there, in place of what there is
   * @throws InputException when one of the maps is missing
   */
  public StrictMap with(String path, StrictValue value) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    Map<String, YamlNode> entries = new LinkedHashMap<>(node.entries());
    Map<String, Integer> lines = new LinkedHashMap<>(node.keyLines());
    if (dot < 0) {
      entries.put(name, new YamlNode.Moved(value.node(), value.key()));
      lines.put(name, value.line());
    } else {
      entries.put(name, map(name).with(path.substring(dot + 1), value).node);
    }
    return new StrictMap(file, key, new YamlNode.Mapping(entries, lines, line()));
  }

  private StrictValue value(String name, YamlNode value) {
    return value instanceof YamlNode.Moved moved
        ? new StrictValue(file, moved.key(), moved.node())
        : new StrictValue(file, path(name), value);
  }

  /** A refusal that points at this map. */
  public InputException refuse(String problem, String expected) {
    return new InputException(file, line(), key, problem, expected, Optional.empty());
  }

  private String path(String name) {
    return key.isEmpty() ? name : key + "." + name;
  }
}
