package org.portevoix.importing;

import static org.portevoix.importing.ImportWords.say;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the YAML of a contract file: one document, no anchors, aliases or tags, no key twice. A word is null, a boolean
 * or a number only where YAML 1.2's core schema says so; days, hours, telephones with a leading zero stay text.
 */
final class ContractReader {
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int MAX_DEPTH = 30;
    // Beyond the longest text of the schema, which then says so; regular expressions over megabytes would not return.
    private static final int MAX_SCALAR = 8001;
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<Fault> faults;
    private final Map<String, Integer> lines = new HashMap<>();

    private ContractReader(List<Fault> faults) {
        this.faults = faults;
    }

    /** The contract, or null where it cannot be read at all; faults are added to the list either way. */
    static @Nullable ContractFile read(byte[] bytes, List<Fault> faults) {
        if (bytes.length > MAX_BYTES) {
            faults.add(tooLarge(bytes.length));
            return null;
        }
        String yaml = decode(bytes, faults);
        return yaml == null ? null : new ContractReader(faults).parse(yaml);
    }

    static Fault tooLarge(long bytes) {
        return new Fault(0, "", say("fault.size", (bytes + 1023) / 1024, MAX_BYTES / 1024));
    }

    private static @Nullable String decode(byte[] bytes, List<Fault> faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
        String yaml = characters.flip().toString();
        if (result.isError()) {
            faults.add(new Fault(lineOf(yaml, yaml.length()), "", say("fault.encoding")));
            return null;
        }
        return yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
    }

    private @Nullable ContractFile parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        try {
            Iterator<Event> events =
                    new Yaml(options).parse(new java.io.StringReader(yaml)).iterator();
            ContractFile file = document(events);
            while (file != null && events.hasNext()) {
                if (events.next() instanceof DocumentStartEvent second) {
                    faults.add(new Fault(line(second), "", say("fault.documents")));
                    break;
                }
            }
            return file;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            faults.add(new Fault(mark == null ? 1 : mark.getLine() + 1, "", problem(e.getProblem())));
        } catch (ReaderException e) {
            int place = yaml.offsetByCodePoints(0, Math.min(e.getPosition(), yaml.codePointCount(0, yaml.length())));
            faults.add(new Fault(lineOf(yaml, place), "", say("fault.character", codePoint(e.getCodePoint()))));
        } catch (TooDeep e) {
            faults.add(new Fault(e.line, "", say("fault.depth", MAX_DEPTH)));
        }
        return null;
    }

    private @Nullable ContractFile document(Iterator<Event> events) {
        Event event = events.next();
        while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
            event = events.next();
        }
        if (event instanceof StreamEndEvent) {
            faults.add(new Fault(0, "", say("fault.empty")));
            return null;
        }
        lines.put("", line(event));
        JsonNode root = node(event, events, "", 0);
        if (root.isNull()) {
            faults.add(new Fault(0, "", say("fault.empty")));
            return null;
        }
        return new ContractFile(root, lines);
    }

    private JsonNode node(Event event, Iterator<Event> events, String pointer, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooDeep(line(event));
        }
        refuseMarks(event);
        return switch (event) {
            case MappingStartEvent mapping -> mapping(events, pointer, depth);
            case CollectionStartEvent sequence -> sequence(events, pointer, depth);
            case ScalarEvent scalar -> scalar(scalar);
            default -> NODES.nullNode();
        };
    }

    private JsonNode mapping(Iterator<Event> events, String pointer, int depth) {
        ObjectNode mapping = NODES.objectNode();
        Map<String, Integer> seen = new HashMap<>();
        for (Event key = events.next(); !(key instanceof CollectionEndEvent); key = events.next()) {
            String name = key(key, events, depth);
            String place = pointer + ContractFile.step(name);
            Integer first = seen.putIfAbsent(name, line(key));
            if (first == null) {
                lines.put(place, line(key));
                mapping.set(name, node(events.next(), events, place, depth + 1));
            } else {
                faults.add(new Fault(line(key), "", say("fault.key.twice", name, first)));
                node(events.next(), events, place, depth + 1);
            }
        }
        return mapping;
    }

    private String key(Event event, Iterator<Event> events, int depth) {
        refuseMarks(event);
        if (event instanceof ScalarEvent scalar) {
            String name = scalar.getValue();
            return name.length() > 80 ? name.substring(0, 80) + "…" : name;
        }
        faults.add(new Fault(line(event), "", say("fault.key")));
        node(event, events, "", depth + 1);
        return "?" + line(event);
    }

    private JsonNode sequence(Iterator<Event> events, String pointer, int depth) {
        ArrayNode sequence = NODES.arrayNode();
        for (Event item = events.next(); !(item instanceof CollectionEndEvent); item = events.next()) {
            String place = pointer + "/" + sequence.size();
            lines.put(place, line(item));
            sequence.add(node(item, events, place, depth + 1));
        }
        return sequence;
    }

    private JsonNode scalar(ScalarEvent scalar) {
        String value = scalar.getValue();
        int bad = firstBadCharacter(value);
        if (bad >= 0) {
            faults.add(new Fault(line(scalar), "", say("fault.character", codePoint(bad))));
        }
        if (scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            if (NULL.matcher(value).matches()) {
                return NODES.nullNode();
            }
            if (TRUE.matcher(value).matches() || FALSE.matcher(value).matches()) {
                return NODES.booleanNode(TRUE.matcher(value).matches());
            }
            if (INTEGER.matcher(value).matches()) {
                return NODES.numberNode(new BigInteger(value));
            }
            if (DECIMAL.matcher(value).matches()) {
                return NODES.numberNode(new BigDecimal(value));
            }
        }
        return NODES.stringNode(value.length() > MAX_SCALAR ? value.substring(0, MAX_SCALAR) : value);
    }

    private void refuseMarks(Event event) {
        if (event instanceof AliasEvent alias) {
            faults.add(new Fault(line(alias), "", say("fault.alias", alias.getAnchor())));
        } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
            faults.add(new Fault(line(node), "", say("fault.anchor", node.getAnchor())));
        }
        String tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
        if (tag != null) {
            faults.add(new Fault(line(event), "", say("fault.tag", tag)));
        }
    }

    /** The first control character or half of a surrogate pair, which escapes in quotes can bring; -1 where none. */
    private static int firstBadCharacter(String value) {
        return value.codePoints()
                .filter(c -> (Character.isISOControl(c) && c != '\n' && c != '\t')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .findFirst()
                .orElse(-1);
    }

    private static String problem(@Nullable String problem) {
        if (problem == null) {
            return say("fault.yaml");
        }
        String key = problem.contains("TAB") || problem.contains("'\\t'")
                ? "fault.yaml.tab"
                : problem.contains("mapping values are not allowed")
                        ? "fault.yaml.colon"
                        : problem.contains("end of stream") || problem.contains("stream end")
                                ? "fault.yaml.end"
                                : "fault.yaml";
        return say(key);
    }

    private static String codePoint(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    private static int lineOf(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    private static final class TooDeep extends RuntimeException {
        private final int line;

        private TooDeep(int line) {
            super(null, null, false, false);
            this.line = line;
        }
    }
}
