package org.portevoix.committee;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Partner;
import org.portevoix.contract.Territory;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
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
    private final Territory territory;
    private final PlainTexts plainTexts;
    private final Clock clock;

    Bodies(
            BodyRepository bodies,
            TextStore texts,
            PageChanges pageChanges,
            Territory territory,
            PlainTexts plainTexts,
            Clock clock) {
        this.bodies = bodies;
        this.texts = texts;
        this.pageChanges = pageChanges;
        this.territory = territory;
        this.plainTexts = plainTexts;
        this.clock = clock;
    }

    /** Its slug. Of a form without errors; where it is hard to read, with the reason why it is shown all the same. */
    @Transactional
    String add(Contract contract, BodyForm form, PlainCheck plain, long accountId) {
        long name = text(form.name());
        long does = text(form.does());
        String slug = Slug.of(form.name(), "instance");
        for (int turn = 1; turn <= MOST_SLUGS; turn++) {
            String own = turn == 1 ? slug : slug + "-" + turn;
            if (bodies.add(contract.id(), own, form.kind().orElseThrow(), name, does) == 1) {
                plainTexts.keep(
                        contract,
                        bodies.findBySlug(contract.id(), own).orElseThrow().about(),
                        accountId,
                        plain);
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
            if (bodies.addSeat(body.id(), own, form.holder().orElseThrow(), label, partner(contract, form)) == 1) {
                changed(contract);
                return;
            }
        }
        throw new IllegalStateException("No free name for a seat");
    }

    /** Of a partner's seat alone. */
    private @Nullable Long partner(Contract contract, BodyForm form) {
        return form.holder().filter(holder -> holder == Holder.PARTNER).isEmpty() ? null : partnerNamed(contract, form);
    }

    /** Of this contract alone; null where none is named. */
    private @Nullable Long partnerNamed(Contract contract, BodyForm form) {
        return territory.partnersOf(contract.id()).stream()
                .filter(one -> one.slug().equals(form.partner()))
                .map(Partner::id)
                .findFirst()
                .orElse(null);
    }

    /** False when it is no partner's seat of this body, or ended before. */
    @Transactional
    boolean changePartner(Contract contract, Body body, long seatId, BodyForm form) {
        boolean isChanged = bodies.changePartner(seatId, body.id(), partnerNamed(contract, form)) == 1;
        if (isChanged) {
            changed(contract);
        }
        return isChanged;
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
