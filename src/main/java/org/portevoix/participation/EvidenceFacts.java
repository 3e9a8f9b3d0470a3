package org.portevoix.participation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.EvidenceCell.Name;
import org.portevoix.web.SiteSecret;

/**
 * Which facts of an edition may be listed. A line stands for at least twice as many acts as a figure may show, so that one
 * which isn't listed may still be many. All figures that hold it show; and each of them has enough left besides the lines
 * told from the same table. The latest come first, however many acts they are. Heads that show anyway are free of this.
 */
final class EvidenceFacts {
    /** Were it once, a missing line would tell that there are at most 4: three such lines of 12 acts are 4 each. */
    static final int TIMES = 2;

    private static final Comparator<EvidenceFact> LATEST_FIRST = Comparator.comparing(EvidenceFact::month)
            .reversed()
            .thenComparing(EvidenceFact::act)
            .thenComparing(EvidenceFact::action)
            .thenComparing(EvidenceFact::channel)
            .thenComparing(EvidenceFact::cut)
            .thenComparing(EvidenceFact::category)
            .thenComparing(EvidenceFact::levelKey);

    /** The lines of one table, and of all levels or each of one, share no act: together they must leave enough of a figure. */
    private record Told(Cut cut, boolean isOfAllLevels, Object figure) {}

    /** A figure that holds a line. {@code left}: how many of its acts must be in no line. */
    private record Holding(Object name, long acts, long left) {}

    private final EvidenceTables.Shape shape;
    private final PublicMargins margins;
    private final Map<Name, EvidenceCell> figures = new HashMap<>();
    private final Map<Told, Long> told = new HashMap<>();

    EvidenceFacts(EvidenceTables.Shape shape, Collection<EvidenceCell> cells, PublicMargins margins) {
        this.shape = shape;
        this.margins = margins;
        cells.forEach(cell -> figures.put(cell.name(), cell));
    }

    /**
     * The facts of the edition that these cells are, the latest first.
     *
     * @param margins of the same moment
     * @param threshold from how many acts on a line is listed: between what it says and {@link #mostMissing} and one more
     */
    static List<EvidenceFact> of(
            EvidenceTables.Shape shape,
            Collection<EvidenceCell> cells,
            PublicMargins margins,
            Collection<FactGroup> groups,
            ToLongFunction<EvidenceFact> threshold) {
        EvidenceFacts facts = new EvidenceFacts(shape, cells, margins);
        Set<EvidenceFact> frequent = new HashSet<>();
        for (FactGroup group : groups) {
            EvidenceFact fact = fact(shape, group);
            if (group.count() >= threshold.applyAsLong(fact)) {
                frequent.add(fact);
            }
        }
        List<EvidenceFact> listed = new ArrayList<>();
        frequent.stream().sorted(LATEST_FIRST).forEach(fact -> {
            if (facts.hasRoom(fact)) {
                facts.tell(fact);
                listed.add(fact);
            }
        });
        return listed;
    }

    /**
     * From how many acts on each line is listed, which only the site knows: always the same for the same line, and up to half as
     * many again as the line says. A reader who knew the exact number could hold a missing line close, were it the last below
     * it. (Noisy thresholds: Francis and others, "Diffix Elm", 2022, section 5.)
     */
    static ToLongFunction<EvidenceFact> thresholds(SiteSecret secret) {
        return fact -> {
            byte[] drawn = secret.hmac("facts", alike(fact));
            long more = Integer.toUnsignedLong(ByteBuffer.wrap(drawn).getInt());
            return fact.atLeast() + more % Math.max(1, fact.atLeast() / TIMES);
        };
    }

    /** The most acts that a line which isn't listed may stand for, for all that a reader knows. */
    static long mostMissing(EvidenceFact fact) {
        return fact.atLeast() + Math.max(1, fact.atLeast() / TIMES) - 2;
    }

    private static String alike(EvidenceFact fact) {
        return String.join(
                " ",
                fact.cut().name(),
                fact.category(),
                fact.levelKey(),
                fact.month().toString(),
                fact.act().name(),
                fact.action(),
                fact.channel().name());
    }

    /** The least that is asked of acts alike; as of figures, who said nothing has no profile. */
    static long least(EvidenceTables.Shape shape, FactGroup group) {
        boolean isSensitive = group.isSensitive() || shape.sensitive().contains(slug(shape, group.sheet()));
        if (group.isHeads() && !isSensitive) {
            return 1;
        }
        boolean isProfile =
                cut(group.dimension()).isProfile() && !group.category().isEmpty();
        return TIMES * minimum(isProfile || isSensitive);
    }

    static EvidenceFact fact(EvidenceTables.Shape shape, FactGroup group) {
        String action = slug(shape, group.sheet());
        boolean isPublished = !action.equals(Figures.NO_ACTION);
        boolean isCut = group.dimension() != Dimension.ALL;
        return new EvidenceFact(
                cut(group.dimension()),
                isCut && group.category().isEmpty() ? Cut.UNKNOWN : group.category(),
                group.level(),
                group.month(),
                group.act(),
                isPublished ? group.sheet() : null,
                action,
                shape.axes().getOrDefault(action, Figures.NO_AXIS),
                group.channel(),
                group.isHeads(),
                least(shape, group));
    }

    /** All the figures that hold these acts whole, of every period: of their level where they are of one. */
    private static List<Name> holding(EvidenceTables.Shape shape, EvidenceFact fact) {
        String part = fact.levelKey();
        List<Name> holding = new ArrayList<>();
        for (Period period : Period.of(fact.month())) {
            holding.add(part.equals(Cut.ALL) ? new Name(period, Cut.TOTAL, "") : new Name(period, Cut.LEVEL, part));
            holding.add(new Name(period, Cut.ACTION, fact.action(), part));
            holding.add(new Name(period, Cut.AXIS, fact.axis(), part));
            holding.add(new Name(period, Cut.CHANNEL, fact.channel().name(), part));
            if (fact.cut() != Cut.TOTAL) {
                holding.add(new Name(period, fact.cut(), fact.category(), part));
            }
            if (fact.cut() == Cut.NEIGHBOURHOOD) {
                holding.add(new Name(period, Cut.AREA, shape.areas().getOrDefault(fact.category(), Cut.UNKNOWN), part));
            }
        }
        holding.add(new Name(Period.WHOLE, Cut.MONTH, fact.month().toString(), part));
        return holding;
    }

    /** Whether every figure that holds such a line shows, and leaves enough besides the lines told. */
    boolean hasRoom(EvidenceFact fact) {
        return holding(fact)
                .filter(holding -> fact.isHeads()
                        || holding.stream()
                                .allMatch(figure ->
                                        figure.acts() - told.getOrDefault(told(fact, figure), 0L) - fact.atLeast()
                                                >= figure.left()))
                .isPresent();
    }

    /** The line is listed. */
    void tell(EvidenceFact fact) {
        if (!fact.isHeads()) {
            holding(fact)
                    .orElse(List.of())
                    .forEach(figure -> told.merge(told(fact, figure), fact.atLeast(), Long::sum));
        }
    }

    private static Told told(EvidenceFact fact, Holding figure) {
        return new Told(fact.cut(), fact.level() == null, figure.name());
    }

    /** All figures that hold the line, of the report and of the public page; empty where one of them doesn't show. */
    private Optional<List<Holding>> holding(EvidenceFact fact) {
        List<Holding> holding = new ArrayList<>();
        for (Name name : holding(shape, fact)) {
            EvidenceCell figure = figures.get(name);
            if (figure == null || figure.isHidden()) {
                return Optional.empty();
            }
            holding.add(new Holding(name, figure.acts(), left(figure)));
        }
        for (Map.Entry<PublicMargins.OfMonth, EditionFigures.OfMonth> each :
                margins.holding(fact).entrySet()) {
            EditionFigures.OfMonth figure = each.getValue();
            if (!figure.isShown()) {
                return Optional.empty();
            }
            holding.add(new Holding(each.getKey(), figure.acts(), (long) TIMES * figure.minimum()));
        }
        return Optional.of(holding);
    }

    private static long left(EvidenceCell figure) {
        boolean isProfile =
                figure.name().cut().isProfile() && !figure.name().category().equals(Cut.UNKNOWN);
        return TIMES * minimum(isProfile || figure.sensitiveActs() != 0);
    }

    private static long minimum(boolean isMore) {
        return isMore ? SmallCells.SENSITIVE_MINIMUM : SmallCells.MINIMUM;
    }

    private static Cut cut(Dimension dimension) {
        return switch (dimension) {
            case PHASE -> Cut.PHASE;
            case HOME -> Cut.NEIGHBOURHOOD;
            case RELAY -> Cut.RELAY;
            case LANGUAGE -> Cut.LANGUAGE;
            case AGE -> Cut.AGE;
            case GENDER -> Cut.GENDER;
            default -> Cut.TOTAL;
        };
    }

    private static String slug(EvidenceTables.Shape shape, @Nullable Long sheet) {
        return sheet == null
                ? Figures.NO_ACTION
                : shape.sheets().getOrDefault(Objects.toString(sheet), Figures.NO_ACTION);
    }
}
