package org.flowproof.problem.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.problem.InputException;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Turns parser events into positioned nodes, refusing what strict files may not contain. */
final class TreeBuilder {
  private final Path file;
  private final Iterator<Event> events;

  TreeBuilder(Path file, Iterable<Event> events) {
    this.file = file;
    this.events = events.iterator();
  }

  /** The root of the only document. */
  YamlNode document() {
    events.next();
    Event start = events.next();
    if (start.getEventId() != Event.ID.DocumentStart) {
      throw refuse(start, "the file is empty", "a mapping with the key 'format'");
    }
    DocumentStartEvent document = (DocumentStartEvent) start;
    if (!document.getTags().isEmpty()) {
      throw refuse(start, "a %TAG directive", "no directives");
    }
    YamlNode root = node(events.next(), 0);
    events.next();
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw refuse(end, "a second document", "one document a file");
    }
    return root;
  }

  private YamlNode node(Event event, int depth) {
    if (event instanceof AliasEvent) {
      throw refuse(event, "an alias (*)", "the value itself; anchors and aliases are not used");
    }
    if (depth > StrictYaml.MAX_DEPTH) {
      throw refuse(event, "nested too deeply", "at most " + StrictYaml.MAX_DEPTH + " levels");
    }
    if (event instanceof ScalarEvent scalar) {
      plainly(event, scalar.getAnchor(), scalar.getTag());
      return new YamlNode.Scalar(scalar.getValue(), scalar.isPlain(), line(event));
    }
    if (event instanceof SequenceStartEvent sequence) {
      plainly(event, sequence.getAnchor(), sequence.getTag());
      List<YamlNode> items = new ArrayList<>();
      for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
        items.add(node(e, depth + 1));
      }
      return new YamlNode.Sequence(items, line(event));
    }
    if (event instanceof MappingStartEvent mapping) {
      plainly(event, mapping.getAnchor(), mapping.getTag());
      return mapping(event, depth);
    }
    throw refuse(event, "unexpected " + event.getEventId(), "a value");
  }

  private YamlNode mapping(Event start, int depth) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      if (!(node(e, depth + 1) instanceof YamlNode.Scalar key) || key.isEmpty()) {
        throw refuse(e, "a key that is not text", "a short text as key");
      }
      Integer earlier = lines.putIfAbsent(key.text(), line(e));
      if (earlier != null) {
        throw new InputException(
            file,
            line(e),
            key.text(),
            "key given twice, first on line " + earlier,
            "each key once",
            Optional.empty());
      }
      entries.put(key.text(), node(events.next(), depth + 1));
    }
    return new YamlNode.Mapping(entries, lines, line(start));
  }

  private void plainly(Event event, Optional<Anchor> anchor, Optional<String> tag) {
    if (anchor.isPresent()) {
      throw refuse(
          event,
          "an anchor (&" + anchor.get() + ")",
          "no anchor; anchors and aliases are not used");
    }
    if (tag.isPresent()) {
      throw refuse(event, "an explicit tag (" + tag.get() + ")", "the value without a tag");
    }
  }

  private InputException refuse(Event event, String problem, String expected) {
    return new InputException(file, line(event), "", problem, expected, Optional.empty());
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
