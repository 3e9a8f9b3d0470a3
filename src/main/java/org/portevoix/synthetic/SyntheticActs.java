package org.portevoix.synthetic;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.portevoix.consultation.Consultations;
import org.portevoix.participation.Act;
import org.portevoix.participation.Channel;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;

/** Opinions and acts as a town's would be: most from a few neighbourhoods, few deep ones, some that say nothing of themselves. */
final class SyntheticActs {

    private static final List<String> AGES = List.of("0-19", "20-39", "40-59", "60-74", "75+");
    private static final List<String> GENDERS = List.of("woman", "man", "other");
    private static final List<String> LANGUAGES = List.of("fr", "fr", "fr", "ar", "ta", "en", "tr");
    private static final List<String> WORDS = List.of(
            "Plus de bancs au parc, pour souffler en marchant.",
            "Le mardi matin je travaille. Le samedi serait mieux.",
            "Merci pour l’accueil, on m’a bien écoutée.",
            "Je ne savais pas que c’était gratuit.",
            "Il faudrait quelqu’un qui parle tamoul.",
            "L’ascenseur est en panne, ma mère ne peut pas venir.");
    private static final int MONTHS = 18;
    private static final int MOST_HEADS = 60;

    private final Random random;

    /** The same for the same name. */
    SyntheticActs(String name) {
        this.random = new Random(name.hashCode());
    }

    String formKey() {
        byte[] key = new byte[16];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String language() {
        return one(LANGUAGES);
    }

    /** What a form would send: one answer at least; words in one of two. */
    Map<String, List<String>> opinion() {
        var fields = new HashMap<String, List<String>>();
        fields.put("q-plu", List.of(Integer.toString(1 + random.nextInt(5))));
        fields.put("q-important", random.nextBoolean() ? List.of(one(SyntheticFile.CHOICES)) : SyntheticFile.CHOICES);
        if (random.nextBoolean()) {
            fields.put("q-mots", List.of(one(WORDS)));
            fields.put("may_show", List.of(random.nextInt(3) == 0 ? "no" : "yes"));
        }
        fields.put("home", List.of(home()));
        if (random.nextInt(3) > 0) {
            fields.put("age", List.of(one(AGES)));
            fields.put("gender", List.of(one(GENDERS)));
            fields.put("first_time", List.of(random.nextBoolean() ? "yes" : "no"));
        }
        return fields;
    }

    /** Acts that are no opinion, in the months before {@code last} and in it. */
    List<LedgerLine> lines(long contractId, List<Consultations.Listed> consultations, YearMonth last, int count) {
        var lines = new ArrayList<LedgerLine>(count);
        for (int i = 0; i < count; i++) {
            Long actionSheet = one(consultations).actionSheetId();
            lines.add(line(contractId, last.minusMonths(random.nextInt(MONTHS)))
                    .phase(one(List.of(Phase.values())))
                    .actionSheet(actionSheet)
                    .place(one(SyntheticFile.NEIGHBOURHOODS))
                    .build());
        }
        return lines;
    }

    private LedgerLine.Builder line(long contractId, YearMonth month) {
        return switch (random.nextInt(20)) {
            case 0 -> participation(contractId, month, Act.SEAT, ParticipationLevel.DECIDER);
            case 1, 2 -> participation(contractId, month, Act.HOURS, ParticipationLevel.ACTOR);
            case 3, 4 -> participation(contractId, month, Act.TASK, ParticipationLevel.ACTOR);
            case 5, 6, 7 -> participation(contractId, month, Act.PRESENCE, ParticipationLevel.CONTRIBUTOR);
            case 8 -> participation(contractId, month, Act.FORMAL_OPINION, ParticipationLevel.CONSULTED);
            case 9 ->
                LedgerLine.participation(
                                contractId, month, Act.HEAD_COUNT, ParticipationLevel.SPECTATOR, Channel.MEETING)
                        .count(1 + random.nextInt(MOST_HEADS));
            case 10 -> LedgerLine.intention(contractId, month, Act.SIGN_UP, channel());
            case 11, 12 -> LedgerLine.intention(contractId, month, Act.REGISTRATION, channel());
            case 13 -> LedgerLine.activity(contractId, month, Act.SESSION_HELD);
            default -> participation(contractId, month, Act.PRESENCE, ParticipationLevel.SPECTATOR);
        };
    }

    private LedgerLine.Builder participation(long contractId, YearMonth month, Act act, ParticipationLevel level) {
        LedgerLine.Builder line = LedgerLine.participation(contractId, month, act, level, channel())
                .home(home())
                .language(language());
        return random.nextInt(3) == 0
                ? line
                : line.ageBand(one(AGES)).gender(one(GENDERS)).firstTime(random.nextBoolean());
    }

    Channel channel() {
        return random.nextInt(3) > 0 ? Channel.WEB : one(List.of(Channel.values()));
    }

    /** The first ones much more often than the last. */
    private String home() {
        int place = (int) Math.abs(random.nextGaussian() * 3);
        return place < SyntheticFile.NEIGHBOURHOODS.size()
                ? SyntheticFile.NEIGHBOURHOODS.get(place)
                : random.nextBoolean() ? LedgerLine.OTHER_TOWN : LedgerLine.UNKNOWN;
    }
}
