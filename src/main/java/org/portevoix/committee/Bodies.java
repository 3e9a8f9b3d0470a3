package org.portevoix.committee;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.TextStore;
import org.portevoix.web.PageChanges;
import org.portevoix.web.Slug;

/** Sets up bodies and their seats. */
@Singleton
class Bodies {

    private static final int MOST_SLUGS = 100;

    private final BodyRepository bodies;
    private final TextStore texts;
    private final PageChanges pageChanges;
    private final Clock clock;

    Bodies(BodyRepository bodies, TextStore texts, PageChanges pageChanges, Clock clock) {
        this.bodies = bodies;
        this.texts = texts;
        this.pageChanges = pageChanges;
        this.clock = clock;
    }

    /** Its slug. Of a form without errors. */
    @Transactional
    String add(Contract contract, BodyForm form) {
        long name = text(form.name());
        long does = text(form.does());
        String slug = Slug.of(form.name(), "instance");
        for (int turn = 1; turn <= MOST_SLUGS; turn++) {
            String own = turn == 1 ? slug : slug + "-" + turn;
            if (bodies.add(contract.id(), own, form.kind().orElseThrow(), name, does) == 1) {
                changed(contract);
                return own;
            }
        }
        throw new IllegalStateException("No free address for a body");
    }

    /** Of a form without errors. */
    @Transactional
    void addSeat(Contract contract, Body body, BodyForm form) {
        long label = text(form.label());
        String slug = Slug.of(form.label(), "siege");
        for (int turn = 1; turn <= MOST_SLUGS; turn++) {
            String own = turn == 1 ? slug : slug + "-" + turn;
            if (bodies.addSeat(body.id(), own, form.holder().orElseThrow(), label) == 1) {
                changed(contract);
                return;
            }
        }
        throw new IllegalStateException("No free name for a seat");
    }

    /** It stays in the meetings where it was occupied. False when it is none of this body, or ended before. */
    @Transactional
    boolean endSeat(Contract contract, Body body, long seatId) {
        boolean isEnded = bodies.endSeat(seatId, body.id(), LocalDate.now(clock.withZone(contract.zoneId()))) == 1;
        if (isEnded) {
            changed(contract);
        }
        return isEnded;
    }

    private long text(String words) {
        return texts.create(Language.SOURCE, Map.of(Language.SOURCE, words));
    }

    private void changed(Contract contract) {
        pageChanges.changed(Body.listTag(contract.id()));
    }
}
