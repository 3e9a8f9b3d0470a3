package org.portevoix.participation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.EvidenceCell.Name;

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

    /** The lines of one table, and of all levels or one, share no act: together they must leave enough of a figure. */
    private record Told(Cut cut, Name figure) {}

    private final EvidenceTables.Shape shape;
    private final Map<Name, EvidenceCell> figures = new HashMap<>();
    private final Map<Told, Long> told = new HashMap<>();

    private EvidenceFacts(EvidenceTables.Shape shape, Collection<EvidenceCell> cells) {
        this.shape = shape;
        cells.forEach(cell -> figures.put(cell.name(), cell));
    }

    /** The facts of the edition that these cells are, the latest first. */
    static List<EvidenceFact> of(
            EvidenceTables.Shape shape, Collection<EvidenceCell> cells, Collection<FactGroup> groups) {
        EvidenceFacts facts = new EvidenceFacts(shape, cells);
        Set<EvidenceFact> frequent = new HashSet<>();
        for (FactGroup group : groups) {
            EvidenceFact fact = fact(shape, group);
            if (group.count() >= fact.atLeast()) {
                frequent.add(fact);
            }
        }
        List<EvidenceFact> listed = new ArrayList<>();
        frequent.stream().sorted(LATEST_FIRST).forEach(fact -> {
            if (facts.mayList(fact)) {
                listed.add(fact);
            }
        });
        return listed;
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
    static List<Name> holding(EvidenceTables.Shape shape, EvidenceFact fact) {
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

    private boolean mayList(EvidenceFact fact) {
        List<EvidenceCell> holding = new ArrayList<>();
        for (Name name : holding(shape, fact)) {
            EvidenceCell figure = figures.get(name);
            if (figure == null || figure.isHidden()) {
                return false;
            }
            holding.add(figure);
        }
        if (fact.isHeads()) {
            return true;
        }
        for (EvidenceCell figure : holding) {
            long before = told.getOrDefault(new Told(fact.cut(), figure.name()), 0L);
            if (figure.acts() - before - fact.atLeast() < left(figure)) {
                return false;
            }
        }
        holding.forEach(figure -> told.merge(new Told(fact.cut(), figure.name()), fact.atLeast(), Long::sum));
        return true;
    }

    /** How many acts of a figure must be in no line. */
    static long left(EvidenceCell figure) {
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
