package org.portevoix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the site, in step in every language and with what asks for them. */
class TranslationsTest {
    private static final Path TEMPLATES = Path.of("templates");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<String> LANGUAGES = TestTown.SITE_LANGUAGES;
    /** Numbers that between them ask for every plural form of a language, fractions apart. */
    private static final int NUMBERS = 200;
    /** On a button of a small phone. */
    private static final int SHORT = 14;

    private static final int MOST_SIGNS = 44;
    /** Formats, said the same everywhere. */
    private static final Set<String> SAME_EVERYWHERE = Set.of("CSV", "JSON", "OpenAPI", "ZIP");

    private static final Pattern T = Pattern.compile("[{(]t \"([^\"]+)\"([^})]*)[})]");
    private static final Pattern TK = Pattern.compile("[{(]tk \"([^\"]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\b(\\w+)=");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern JOINED =
            Pattern.compile("\"([a-z_]+\\.[a-z_.]+\\.)\"(?:\\s*\\+\\s*[\\w.()]+\\s*\\+\\s*\"([.a-z_]+)\")?");

    private final Map<String, Map<String, String>> messages = new LinkedHashMap<>();
    private final Map<String, String> french;
    private final Map<Path, String> templates = files(TEMPLATES, ".hbs");
    /** Without those that read a contract's file or write open data, whose fields have names of the same look. */
    private final Map<Path, String> sources = files(SOURCES, ".java");

    TranslationsTest() {
        LANGUAGES.forEach(language -> messages.put(language, read(language, new ArrayList<>())));
        french = messages.get("fr");
        sources.keySet().removeIf(file -> file.toString().matches(".*((FilePart|Entries|Entry)\\.java|/importing/.*)"));
    }

    @Test
    void noKeyStandsTwice() {
        for (String language : LANGUAGES) {
            List<String> keys = new ArrayList<>();
            read(language, keys);
            Set<String> seen = new HashSet<>();
            assertEquals(List.of(), keys.stream().filter(key -> !seen.add(key)).toList(), language);
        }
    }

    @Test
    void everyLanguageHasTheSameKeys() {
        Set<String> expected = french.keySet().stream()
                .filter(key -> !isOfTheDesk(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(expected.size() > 300);
        LANGUAGES.stream()
                .filter(language -> !language.equals("fr"))
                .forEach(language -> assertEquals(
                        expected, new TreeSet<>(messages.get(language).keySet()), language));
    }

    @Test
    void everyMessageHasTheSameArgumentsAndParses() {
        messages.forEach((language, own) -> own.forEach(
                (key, message) -> assertEquals(arguments(french.get(key)), arguments(message), language + " " + key)));
    }

    @Test
    void everyPluralHasTheFormsOfItsLanguage() {
        int plurals = 0;
        for (String language : LANGUAGES) {
            PluralRules rules = PluralRules.forLocale(ULocale.forLanguageTag(language));
            for (Map.Entry<String, String> message : messages.get(language).entrySet()) {
                for (Set<String> forms : plurals(message.getValue())) {
                    Set<String> needed = IntStream.rangeClosed(0, NUMBERS)
                            .filter(number -> !forms.contains("=" + number))
                            .mapToObj(rules::select)
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertEquals(Set.of(), minus(needed, forms), language + " " + message.getKey());
                    plurals++;
                }
            }
        }
        assertTrue(plurals > 5 * LANGUAGES.size());
    }

    @Test
    void whatIsShortInFrenchFitsAButtonInEveryLanguage() {
        messages.forEach((language, own) -> own.forEach((key, message) -> {
            String source = french.get(key);
            if (source.length() <= SHORT && arguments(source).isEmpty()) {
                assertTrue(message.length() <= MOST_SIGNS, language + " " + key + ": " + message);
            }
        }));
    }

    @Test
    void noLanguageHasAPluralLessThanFrench() {
        messages.forEach((language, own) -> own.forEach((key, message) -> assertEquals(
                plurals(french.get(key)).isEmpty(), plurals(message).isEmpty(), language + " " + key)));
    }

    @Test
    void noMessageHasAStraightApostropheOrIsEmpty() {
        messages.forEach((language, own) -> own.forEach((key, message) -> {
            assertFalse(message.contains("'"), language + " " + key + ": " + message);
            assertFalse(message.isBlank(), language + " " + key);
        }));
    }

    @Test
    void everyKeyAskedForIsThere() {
        Set<String> missing = new TreeSet<>(asked());
        missing.removeAll(french.keySet());
        assertEquals(Set.of(), missing);
        fixedLists()
                .forEach((prefix, names) -> names.forEach(
                        name -> assertTrue(french.containsKey(prefix + "." + name), prefix + "." + name)));
    }

    @Test
    void everyWordOfAFixedListThatATemplateShowsHasItsMessage() {
        Set<String> prefixes = new TreeSet<>();
        templates.values().forEach(template -> matches(TK, template).forEach(match -> prefixes.add(match.group(1))));
        assertFalse(prefixes.isEmpty());
        assertEquals(Set.of(), minus(prefixes, fixedLists().keySet()), "lists that this test does not know");
    }

    @Test
    void everyKeyIsAskedFor() {
        Set<String> unasked = new TreeSet<>(french.keySet());
        unasked.removeAll(asked());
        fixedLists().forEach((prefix, names) -> names.forEach(name -> unasked.remove(prefix + "." + name)));
        Set<Pattern> joined = joined();
        unasked.removeIf(
                key -> joined.stream().anyMatch(pattern -> pattern.matcher(key).matches()));
        assertEquals(Set.of(), unasked);
    }

    @Test
    void everyKeyPutTogetherInJavaLeadsSomewhere() {
        Set<Pattern> joined = joined();
        assertFalse(joined.isEmpty());
        joined.forEach(pattern -> assertTrue(
                french.keySet().stream().anyMatch(key -> pattern.matcher(key).matches()), pattern.pattern()));
    }

    @Test
    void templatesGiveEveryArgumentThatAMessageNames() {
        templates.forEach((file, template) -> matches(T, template).forEach(match -> {
            Set<String> given = matches(ARGUMENT, match.group(2))
                    .map(argument -> argument.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> named = arguments(french.getOrDefault(match.group(1), ""));
            assertEquals(Set.of(), minus(named, given), file + " " + match.group(1));
        }));
    }

    @Test
    void noTemplateHasWordsOfItsOwn() {
        templates.forEach((file, template) -> {
            String bare = template.replaceAll("(?s)\\{\\{!--.*?--}}", "").replaceAll("(?s)\\{\\{\\{?.*?}}}?", "");
            Stream<String> attributes = matches(
                            Pattern.compile("(?:aria-label|title|alt|placeholder)=\"([^\"]*)\""), bare)
                    .map(match -> match.group(1));
            String between = bare.replaceAll("(?s)<[^>]*>", " ").replaceAll("&#?\\w+;", " ");
            Stream.concat(attributes, Stream.of(between))
                    .flatMap(text -> matches(Pattern.compile("\\p{L}+"), text).map(MatchResult::group))
                    .filter(word -> !SAME_EVERYWHERE.contains(word))
                    .forEach(word -> assertEquals("", word, file.toString()));
        });
    }

    /** Keys that stand whole in a template or in Java. */
    private Set<String> asked() {
        Set<String> asked = new TreeSet<>();
        templates.values().forEach(template -> matches(T, template).forEach(match -> asked.add(match.group(1))));
        Set<String> features = french.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        Pattern key = Pattern.compile("(" + String.join("|", features) + ")(\\.[A-Za-z0-9_+-]+)+");
        Stream.of(templates, sources)
                .flatMap(files -> files.values().stream())
                .flatMap(text -> matches(LITERAL, text))
                .map(match -> match.group(1))
                .filter(literal -> key.matcher(literal).matches())
                .filter(literal -> french.keySet().stream().noneMatch(one -> one.startsWith(literal + "."))
                        || french.containsKey(literal))
                .forEach(asked::add);
        return asked;
    }

    /** Keys that Java puts together from a beginning, a word, and perhaps an end. */
    private Set<Pattern> joined() {
        Map<String, Pattern> joined = new TreeMap<>();
        sources.values().stream().flatMap(text -> matches(JOINED, text)).forEach(match -> {
            String end = match.group(2) == null ? "" : match.group(2);
            String pattern = Pattern.quote(match.group(1)) + "[\\w+-]+" + Pattern.quote(end);
            joined.put(pattern, Pattern.compile(pattern));
        });
        return Set.copyOf(joined.values());
    }

    /** What the lines of the sealed log are about: as the table of the desk's addresses says. */
    private static List<String> sealedKinds() {
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources/seal/acts.txt"))) {
            return Stream.concat(
                            Stream.of("address"),
                            lines.map(line -> line.split(" "))
                                    .filter(line -> line.length == 4 && line[1].startsWith("/"))
                                    .map(line -> line[3]))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words that follow a prefix: what the file of a contract may say, what an enum holds. */
    private static Map<String, List<String>> fixedLists() {
        Map<String, List<String>> lists = new TreeMap<>();
        UnaryOperator<String> upper = word -> word.toUpperCase(Locale.ROOT);
        String action = "/$defs/action/properties/";
        lists.put("actionsheet.appointment", schema("/$defs/practical/properties/appointment", upper));
        lists.put("actionsheet.approach", schema(action + "approach/properties/kind", upper));
        lists.put("actionsheet.determinant", schema(action + "determinants/items", UnaryOperator.identity()));
        lists.put("actionsheet.outcome", schema(action + "outcome", upper));
        lists.put(
                "actionsheet.pathway", schema(action + "pathway/properties/improves/items", UnaryOperator.identity()));
        lists.put("actionsheet.progress", schema(action + "progress", upper));
        lists.put("actionsheet.public", schema(action + "publics/items", UnaryOperator.identity()));
        lists.put("actionsheet.desk.lever", schema(action + "history/items/properties/lever", upper));
        lists.put("actionsheet.reason", schema(action + "history/items/properties/reason", upper));
        lists.put(
                "committee.desk.done", List.of("annulation", "decision", "maintien", "points", "presences", "reunion"));
        lists.put("committee.desk.holder", names("committee.Holder"));
        lists.put("committee.desk.kind", names("committee.BodyKind"));
        lists.put("committee.desk.meeting_state", names("committee.MeetingState"));
        lists.put("committee.state", names("committee.StepState"));
        lists.put("committee.step", names("committee.StepKind"));
        String contract = "/$defs/contract/properties/";
        lists.put("contract.document", schema(contract + "documents/items/properties/kind", upper));
        lists.put("contract.link", schema(contract + "links/items/properties/kind", upper));
        lists.put("contract.link_means", schema(contract + "links/items/properties/kind", upper));
        lists.put("contract.phase", schema("/$defs/phase", upper));
        lists.put("contract.sector", schema("/$defs/partner/properties/sector", upper));
        lists.put("home.contract.judged", names("actionsheet.Judged"));
        lists.put("consultation.face", List.of("1", "2", "3", "4", "5"));
        lists.put("consultation.desk.channel", List.of("PAPER", "PHONE", "MEETING"));
        lists.put("consultation.home", List.of("autre-ville", "inconnu"));
        lists.put("consultation.state", names("consultation.OpinionState"));
        lists.put("content.desk.coverage", names("language.Translations$Coverage"));
        lists.put(
                "content.desk.done",
                List.of(
                        "called_off",
                        "planned",
                        "archived",
                        "copied",
                        "drafted",
                        "published",
                        "reviewed",
                        "saved",
                        "taken_away",
                        "undone"));
        lists.put("content.desk.posters.standings", names("poster.Posters$Standing"));
        lists.put("content.desk.state", List.of("DRAFT", "PUBLISHED", "ARCHIVED"));
        lists.put("content.desk.state_means", List.of("DRAFT", "PUBLISHED", "ARCHIVED"));
        lists.put("content.desk.short", names("language.Translations$Coverage"));
        lists.put("content.desk.translation.hindrance", List.of("another", "clash", "machine", "nothing"));
        lists.put("content.desk.what", names("content.ContentHistoryLine$What"));
        lists.put("event.desk.calls", names("event.Call"));
        lists.put(
                "event.desk.done",
                List.of(
                        "appel",
                        "inscription",
                        "modification",
                        "nombre",
                        "presences",
                        "programme",
                        "retrait",
                        "seance"));
        lists.put("event.desk.heads", List.of("autre-ville", "inconnu"));
        lists.put("event.desk.state", List.of("PLANNED", "CANCELLED", "POSTPONED"));
        for (String about : List.of("formula", "source", "limits")) {
            lists.put(
                    "report.desk." + about,
                    List.of(
                            "firsts",
                            "five_levels",
                            "over_time",
                            "plans",
                            "levels",
                            "stronger",
                            "brakes",
                            "levers",
                            "owed",
                            "overdue",
                            "adopted_councils",
                            "adopted_actions",
                            "presence",
                            "sheets",
                            "missing",
                            "universalism",
                            "concentration",
                            "first",
                            "sessions",
                            "continuity",
                            "languages",
                            "answers",
                            "progress",
                            "pathways",
                            "partners",
                            "seats"));
        }
        lists.put(
                "pack.desk.done",
                List.of("corrige", "deja", "envoye", "fige", "membre", "point", "retire", "rythme", "voix"));
        lists.put("pack.desk.cause", names("pack.FrozenPack$Cause"));
        lists.put("pack.desk.mails.rhythms", names("pack.Rhythm"));
        lists.put("journal.desk.act", names("seal.Act"));
        lists.put("journal.desk.kind", sealedKinds());
        lists.put("council.kind", names("council.CouncilKind"));
        lists.put("council.desk.about", names("council.AboutKind"));
        lists.put("council.desk.done", List.of("comptage", "proposition", "reunion"));
        lists.put("council.desk.sheet.done", List.of("cree", "fiche", "membre", "retrait"));
        lists.put("council.desk.proposal.kind", names("council.ProposalKind"));
        lists.put("council.desk.proposal.state", List.of("WAITING", "ACCEPTED", "REFUSED"));
        lists.put("council.desk.remark.state", List.of("WAITING", "PUBLISHED", "PASSED_ON", "REFUSED"));
        lists.put("distress.line", List.of("15", "17", "18", "112", "114", "119", "3114", "3919"));
        lists.put("effect.by", names("effect.NoticedBy"));
        lists.put("event.kind", schema("/$defs/event/properties/kind", upper));
        lists.put("event.state", List.of("CANCELLED", "POSTPONED"));
        lists.put("flag.desk.kind", names("flag.FlagKind"));
        lists.put("followup.decision", schema("/$defs/followup/properties/decision", upper));
        lists.put("followup.decides", names("followup.Decider"));
        lists.put("followup.desk.done", List.of("ouverte", "modifiee", "decision", "fait"));
        lists.put("followup.desk.kind", names("receipt.Said$Kind"));
        lists.put("moderation.desk.channel", names("participation.Channel"));
        lists.put("moderation.desk.consultations.state", List.of("TO_COME", "OPEN", "CLOSED"));
        lists.put(
                "moderation.desk.done",
                Stream.concat(names("moderation.Decision").stream(), Stream.of("ASSIGNED", "SEVERAL", "THEMED"))
                        .toList());
        lists.put("sense.desk.french.label", names("sense.OpinionTranslations$Origin"));
        lists.put("moderation.desk.advice", names("moderation.Decision"));
        lists.put("moderation.desk.contest.outcome", names("moderation.Contest$Outcome"));
        lists.put("consultation.contest", names("moderation.Contest$Outcome"));
        lists.put(
                "moderation.desk.several.left",
                List.of("ASKED", "CONTESTED", "CORRECTED", "DECIDED", "GONE", "NO_LEAVE", "TAKEN", "WITHDRAWN"));
        lists.put("moderation.desk.made", names("moderation.Decision"));
        lists.put("moderation.reason", names("moderation.Reason"));
        List<String> tables = List.of("level", "neighbourhood", "axis", "channel", "month");
        lists.put("participation.table", tables);
        lists.put("participation.column", tables);
        lists.put(
                "participation.level",
                Stream.concat(
                                names("participation.ParticipationLevel").stream(),
                                schema("/$defs/level", UnaryOperator.identity()).stream())
                        .toList());
        lists.put(
                "participation.channel",
                names("participation.Channel").stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
        lists.put("participation.promise", List.of("NONE", "KEPT", "NOT_YET", "BROKEN"));
        List<String> kept = List.of(
                "account",
                "council_remark",
                "interview",
                "letter",
                "opinion",
                "opinion_contact",
                "pack_member",
                "refused_opinion",
                "recording",
                "registration",
                "sealed_words",
                "session",
                "sign_up");
        lists.put("retention.kind", kept);
        lists.put("retention.from", kept);
        lists.put("picture.desk.done", List.of("added", "another", "removed", "reviewed", "written"));
        lists.put("recording.desk.done", List.of("another", "kept", "published", "trimmed", "withdrawn"));
        lists.put("rights.desk.done", List.of("terme", "execution", "effacement"));
        lists.put("rights.desk.kind", List.of("COPY", "ERASURE"));
        lists.put("account.desk.role", names("account.Role"));
        lists.put("account.desk.people.done", List.of("change", "retrait", "seul", "venu"));
        lists.put(
                "mail.desk.failure",
                Stream.concat(names("mail.Failure").stream(), Stream.of("SENT", "SETTINGS"))
                        .toList());
        lists.put("calendar.desk.what", List.of("NEW", "CHANGED", "SAME", "REFUSED"));
        lists.put("event.desk.repeat.every", List.of("WEEK", "FORTNIGHT", "MONTH"));
        lists.put("event.desk.repeat.nth", List.of("1", "2", "3", "4", "last"));
        lists.put("team.desk.notice.wish", names("team.Wish"));
        lists.put("actionsheet.measure.kind", List.of("FOLLOW_UP", "OUTPUT", "RESULT"));
        lists.put("lead.desk.measure.kinds", List.of("FOLLOW_UP", "OUTPUT", "RESULT"));
        lists.put("lead.desk.said", List.of("accepte", "refuse", "repris", "revoque", "trop-tard", "deja"));
        lists.put("lead.desk.sent", List.of("avancement", "indicateur", "comptage"));
        lists.put("lead.desk.state", names("lead.ReportState"));
        lists.put("volunteer.desk.about", names("volunteer.CallAbout"));
        lists.put("volunteer.desk.state", names("volunteer.PlaceState"));
        lists.put(
                "volunteer.desk.said",
                List.of(
                        "confirmation",
                        "refus",
                        "fait",
                        "absence",
                        "annulation",
                        "appel",
                        "creneau",
                        "creneau-annule",
                        "trop-tard"));
        lists.put("volunteer.reason", names("volunteer.RefusalReason"));
        lists.put("volunteer.state", names("volunteer.PlaceState"));
        lists.put("volunteer.kind", schema("/$defs/mission/properties/kind", upper));
        return lists;
    }

    private static List<String> names(String type) {
        try {
            return Arrays.stream(Class.forName("org.portevoix." + type).getEnumConstants())
                    .map(one -> ((Enum<?>) one).name())
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> schema(String pointer, UnaryOperator<String> as) {
        tools.jackson.databind.JsonNode found = new tools.jackson.databind.json.JsonMapper()
                .readTree(text(Path.of("src/main/resources/importing/contract.schema.json")))
                .at(pointer)
                .path("enum");
        List<String> words = new ArrayList<>();
        found.forEach(word -> words.add(as.apply(word.asString())));
        assertFalse(words.isEmpty(), pointer);
        return words;
    }

    private static boolean isOfTheDesk(String key) {
        return key.contains(".desk.");
    }

    private static Set<String> arguments(String message) {
        MessagePattern pattern = new MessagePattern(message);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                names.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return names;
    }

    /** The forms of each plural of the message. */
    private static List<Set<String>> plurals(String message) {
        MessagePattern pattern = new MessagePattern(message);
        List<Set<String>> plurals = new ArrayList<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START
                    && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                plurals.add(forms(pattern, i));
            }
        }
        return plurals;
    }

    private static Set<String> forms(MessagePattern pattern, int start) {
        Set<String> forms = new TreeSet<>();
        int end = pattern.getLimitPartIndex(start);
        for (int i = start + 1; i < end; i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(part));
            } else if (part.getType() == MessagePattern.Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return forms;
    }

    /** The file's messages; its keys in their order, doubles included, into {@code keys}. */
    private static Map<String, String> read(String language, List<String> keys) {
        Map<String, String> read = new TreeMap<>();
        text(Path.of("translations", "messages_" + language + ".properties"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] parts = line.split("=", 2);
                    keys.add(parts[0].strip());
                    read.put(parts[0].strip(), parts[1].strip());
                });
        return read;
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results();
    }

    private static Map<Path, String> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toMap(file -> file, TranslationsTest::text, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
