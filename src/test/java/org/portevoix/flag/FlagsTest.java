package org.portevoix.flag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.receipt.ReceiptCodes;

/** What the site notices in what residents write: how well, and what becomes of it. */
class FlagsTest {

    private static final TestTown TOWN = TestTown.open();

    /** In hundredths, of what the detectors were not tuned on. */
    private static final int LEAST_PRECISION = 60;

    private static final int LEAST_RECALL = 50;

    private static final Set<FlagKind> BY_WORDS =
            EnumSet.complementOf(EnumSet.of(FlagKind.LANGUAGE, FlagKind.DUPLICATE, FlagKind.DISTRESS));

    private static final Map<String, List<String>> SPOKEN = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "fr",
                    List.of(
                            "Je voudrais que le centre ouvre aussi le samedi matin.",
                            "les trottoirs sont trop étroits pour les poussettes")),
            Map.entry(
                    "en",
                    List.of(
                            "I would like the centre to open on Saturday morning.",
                            "the pavements are too narrow for prams")),
            Map.entry(
                    "es",
                    List.of(
                            "Quisiera que el centro abriera también los sábados.",
                            "las aceras son demasiado estrechas para los cochecitos")),
            Map.entry(
                    "pt",
                    List.of(
                            "Gostaria que o centro abrisse também ao sábado de manhã.",
                            "os passeios são demasiado estreitos para os carrinhos")),
            Map.entry(
                    "ro",
                    List.of(
                            "Aș vrea ca centrul să fie deschis și sâmbăta dimineața.",
                            "trotuarele sunt prea înguste pentru cărucioare")),
            Map.entry(
                    "tr",
                    List.of(
                            "Merkezin cumartesi sabahı da açık olmasını isterim.",
                            "kaldırımlar bebek arabaları için çok dar")),
            Map.entry(
                    "ru",
                    List.of(
                            "Хотелось бы, чтобы центр работал и в субботу утром.",
                            "тротуары слишком узкие для колясок")),
            Map.entry(
                    "uk",
                    List.of("Хотілося б, щоб центр працював і в суботу вранці.", "тротуари надто вузькі для візочків")),
            Map.entry("ar", List.of("أريد أن يفتح المركز صباح السبت أيضًا.", "الأرصفة ضيقة جدا لعربات الأطفال")),
            Map.entry("zh", List.of("我希望中心星期六早上也开门，这样上班的人也能去。", "人行道对婴儿车来说太窄了，走路很不方便")),
            Map.entry(
                    "ta",
                    List.of(
                            "சனிக்கிழமை காலையிலும் மையம் திறந்திருக்க வேண்டும்.",
                            "நடைபாதைகள் குழந்தை வண்டிகளுக்கு மிகவும் குறுகியவை")),
            Map.entry(
                    "bn",
                    List.of("আমি চাই কেন্দ্রটি শনিবার সকালেও খোলা থাকুক।", "ফুটপাত শিশুদের গাড়ির জন্য খুব সরু"))));

    /** Words and the same again: typed from paper, with mistakes, a greeting more. */
    private static final List<List<String>> TWICE = List.of(
            List.of(
                    "Le centre de santé devrait ouvrir le samedi matin, car nous travaillons toute la semaine.",
                    "le centre de sante devrait ouvrir le samedi matin car nous travaillons toute la semaine"),
            List.of(
                    "Il manque des bancs dans le parc de la Bergère et les personnes âgées ne peuvent pas s’y reposer.",
                    "Bonjour, il manque des bancs dans le parc de la Bergère et les personnes agées ne peuvent pas s'y reposer. Merci."),
            List.of(
                    "يجب فتح المركز الصحي صباح السبت لأننا نعمل طوال الأسبوع.",
                    "يجب فتح المركز الصحي صباح السبت لأننا نعمل طوال الأسبوع"),
            List.of("社区健康中心应该在星期六早上开门，因为我们整个星期都要上班，没有时间去看病。", "社区健康中心应该在星期六早上开门 因为我们整个星期都要上班 没有时间去看病"));

    private static final List<List<String>> ONCE = List.of(
            List.of(
                    "Le centre de santé devrait ouvrir le samedi matin, car nous travaillons toute la semaine.",
                    "La pharmacie devrait rester ouverte le dimanche soir, car les gardes sont trop loin d’ici."),
            List.of(
                    "Il manque des bancs dans le parc de la Bergère et les personnes âgées ne peuvent pas s’y reposer.",
                    "Il manque de la lumière dans le parc de la Bergère et les jeunes filles n’osent pas y passer le soir."),
            List.of("Plus de bancs", "Plus de bancs"));

    @Test
    void eachKindIsNoticedAndOrdinaryWordsAreLeftAlone() throws IOException {
        List<String> printed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> poor = new ArrayList<>();
        printed.add("flags: of 100 raised, right (precision); of 100 to raise, raised (recall)");
        printed.add("%-16s %-9s %9s %7s %6s".formatted("kind", "", "precision", "recall", "cases"));
        for (boolean isHeldOut : List.of(false, true)) {
            Map<FlagKind, Count> counts = counts(isHeldOut, wrong);
            counts.forEach((kind, count) -> {
                printed.add("%-16s %-9s %9d %7d %6d"
                        .formatted(kind, half(isHeldOut), count.precision(), count.recall(), count.wanted));
                if (count.precision() < LEAST_PRECISION || count.recall() < LEAST_RECALL || count.wanted < 2) {
                    poor.add(kind + " " + half(isHeldOut) + " " + count.precision() + " " + count.recall());
                }
            });
        }
        printed.add(language(poor));
        printed.add(likeness(poor));
        Files.createDirectories(Path.of("target"));
        System.out.println(String.join("\n", printed));
        printed.addAll(wrong);
        Files.write(Path.of("target/flags.txt"), printed);
        assertEquals(List.of(), poor);
    }

    @Test
    void aFlagTellsItsPlace() {
        String words = "Bonjour 👋 appelez le 06 12 34 56 78 ou Mme Diallo de la mairie.";
        List<String> found = looking().found(words).stream()
                .map(one -> one.kind() + " " + words.substring(one.from(), one.to()))
                .toList();
        assertEquals(List.of("TELEPHONE 06 12 34 56 78", "CARER_OR_AGENT Mme Diallo"), found);
    }

    @Test
    void oddWordsAreReadToTheirEnd() {
        for (String words : List.of(
                "",
                "\u0000",
                "\ud800",
                "((((",
                "0".repeat(4_000),
                "06 ".repeat(1_300),
                "a@".repeat(2_000),
                "12 rue de la ".repeat(300),
                "zéro ".repeat(800),
                "FR14".repeat(1_000),
                "x@" + "a.".repeat(1_999),
                "12 rue " + "Aa ".repeat(1_300),
                "12 rue " + "de Aa ".repeat(600),
                "tour B ".repeat(500))) {
            assertTrue(looking().found(words).size() < 4_000);
        }
    }

    @Test
    void anOpinionIsLookedAtOnceAndAgainWhenItWasCorrected() {
        String slug = TOWN.sample("ville-aux-drapeaux");
        TestTown.Coordinator coordinator = TOWN.coordinator(slug);
        String code = give(slug, "fr", "Appelez-moi au 06 12 34 56 78, ou Mme Diallo de la mairie.");
        long id = id(code);
        Flags flags = TOWN.bean(Flags.class);
        assertEquals(
                List.of(FlagKind.TELEPHONE, FlagKind.CARER_OR_AGENT),
                flags.of(id).stream().map(Flag::kind).toList());
        assertEquals(List.of("1"), TestTown.rows("SELECT is_looked_at FROM opinion WHERE id = ?", id));
        String page = coordinator
                .desk()
                .page("/equipe/" + slug + "/avis/" + id)
                .select(".flags")
                .text();
        assertTrue(page.contains("Téléphone") && page.contains("06 12 34 56 78"), page);
        assertTrue(coordinator
                .desk()
                .page("/equipe/" + slug + "/avis")
                .select(".flags")
                .text()
                .contains("Téléphone"));
        TestVisitor resident = TOWN.visitor();
        assertEquals(
                303,
                resident.post(
                                "/fr/suivi/" + code + "/correction",
                                Map.of("q-sante-pour-vous", "Rien à cacher, un banc.", "may_show", "yes"))
                        .status());
        assertEquals(List.of(), flags.of(id));
        assertFalse(resident.get("/fr/suivi/" + code).text().contains("class=\"flags\""));
    }

    @Test
    void theJobForgetsNoneAndTheSameWordsAreToldOfEachOther() {
        String slug = TOWN.sample("ville-aux-doubles");
        String words =
                "Il manque des bancs dans le parc de la Bergère et les personnes âgées ne peuvent pas s’y reposer.";
        long first = id(give(slug, "fr", words));
        long second = id(give(slug, "fr", "Bonjour ! " + words));
        long other = id(give(slug, "en", "Queremos más árboles y más sombra en las calles del barrio."));
        long due;
        do {
            TOWN.bean(FlagLooking.class).look();
            due = Long.parseLong(TestTown.rows("SELECT COUNT(*) FROM opinion WHERE is_looked_at = FALSE")
                    .getFirst());
        } while (due > 0);
        Map<Long, List<Flag>> flags = TOWN.bean(Flags.class).of(List.of(first, second, other));
        assertEquals(List.of(Flag.duplicateOf(first)), flags.get(second));
        assertFalse(flags.containsKey(first));
        assertEquals(List.of(Flag.spoken("es")), flags.get(other));
    }

    @Test
    void whatIsTakenBackKeepsNoFlag() {
        String slug = TOWN.sample("ville-sans-drapeau");
        String code = give(slug, "fr", "Mon numéro est le 06 12 34 56 78, rappelez-moi vite.");
        long id = id(code);
        assertEquals(1, TOWN.bean(Flags.class).of(id).size());
        assertEquals(
                303, TOWN.visitor().post("/fr/suivi/" + code + "/retrait", "").status());
        assertEquals(List.of(), TOWN.bean(Flags.class).of(id));
        assertEquals(List.of(), TestTown.rows("SELECT print FROM opinion_likeness WHERE opinion_id = ?", id));
    }

    private static String language(List<String> poor) {
        SpokenLanguage spoken = TOWN.bean(SpokenLanguage.class);
        int right = 0;
        int all = 0;
        for (Map.Entry<String, List<String>> one : SPOKEN.entrySet()) {
            for (String words : one.getValue()) {
                all++;
                right += spoken.of(words).filter(one.getKey()::equals).isPresent() ? 1 : 0;
            }
        }
        if (100 * right / all < 85) {
            poor.add("LANGUAGE " + right);
        }
        Runtime memory = Runtime.getRuntime();
        return "LANGUAGE         %d of %d texts in 12 languages told right; heap in use after it %d MB"
                .formatted(right, all, (memory.totalMemory() - memory.freeMemory()) / 1_000_000);
    }

    private static String likeness(List<String> poor) {
        long found = TWICE.stream().filter(FlagsTest::areAlike).count();
        long alarms = ONCE.stream().filter(FlagsTest::areAlike).count();
        if (found < TWICE.size() || alarms > 0) {
            poor.add("DUPLICATE " + found + " " + alarms);
        }
        return "DUPLICATE        %d of %d found, %d of %d taken for the same"
                .formatted(found, TWICE.size(), alarms, ONCE.size());
    }

    private static boolean areAlike(List<String> two) {
        return Likeness.of(two.getFirst())
                .flatMap(one -> Likeness.of(two.getLast())
                        .map(other -> one.isLike(other) && one.bands().stream().anyMatch(other.bands()::contains)))
                .orElse(false);
    }

    private static Map<FlagKind, Count> counts(boolean isHeldOut, List<String> wrong) throws IOException {
        Map<FlagKind, Count> counts = new EnumMap<>(FlagKind.class);
        BY_WORDS.forEach(kind -> counts.put(kind, new Count()));
        boolean isHalf = false;
        for (String line : Files.readAllLines(Path.of("src/test/resources/flag/scenarios/flags.txt"))) {
            if (line.startsWith("[")) {
                isHalf = line.equals("[held]") == isHeldOut;
            } else if (isHalf && !line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" \\| ", 2);
                Set<FlagKind> wanted = EnumSet.noneOf(FlagKind.class);
                Arrays.stream(parts[0].split(","))
                        .filter(kind -> !kind.equals("-"))
                        .forEach(kind -> wanted.add(FlagKind.valueOf(kind)));
                Set<FlagKind> raised = EnumSet.noneOf(FlagKind.class);
                looking().found(parts[1]).forEach(one -> raised.add(one.kind()));
                raised.retainAll(BY_WORDS);
                counts.forEach((kind, count) -> count.add(wanted.contains(kind), raised.contains(kind)));
                if (!wanted.equals(raised)) {
                    wrong.add(half(isHeldOut) + " wanted " + wanted + " raised " + raised + ": "
                            + (isHeldOut ? "(not shown)" : parts[1]));
                }
            }
        }
        return counts;
    }

    private static String half(boolean isHeldOut) {
        return isHeldOut ? "held-out" : "tuned-on";
    }

    private static FlagLooking looking() {
        return TOWN.bean(FlagLooking.class);
    }

    private static String give(String slug, String language, String words) {
        return TOWN.give(language, slug, "sante-dans-ma-ville", Map.of("q-sante-pour-vous", words, "may_show", "yes"));
    }

    private static long id(String code) {
        byte[] hash = TOWN.bean(ReceiptCodes.class).hash(code);
        return Long.parseLong(TestTown.rows("SELECT id FROM opinion WHERE receipt_hash = ?", hash)
                .getFirst());
    }

    private static final class Count {
        private int wanted;
        private int raised;
        private int right;

        void add(boolean isWanted, boolean isRaised) {
            wanted += isWanted ? 1 : 0;
            raised += isRaised ? 1 : 0;
            right += isWanted && isRaised ? 1 : 0;
        }

        int precision() {
            return raised == 0 ? 0 : 100 * right / raised;
        }

        int recall() {
            return wanted == 0 ? 0 : 100 * right / wanted;
        }
    }
}
