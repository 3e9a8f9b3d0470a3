package org.portevoix.consultation;

import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.portevoix.mail.Contacts;
import org.portevoix.retention.PersonalData;

/**
 * Opinions, from the day on which their consultation closed. Those that are not shown go whole, and their answers stay as
 * counts; words that are shown stay, with nothing else about them, and their writer's code still takes them back.
 */
@Singleton
class OpinionData implements PersonalData {

    private static final Period TERM = Period.ofMonths(12);

    private final OpinionErasure opinions;
    private final BeanProvider<TeamVoice> team;
    private final Contacts contacts;
    private final SealedWords sealed;
    private final Clock clock;

    OpinionData(
            OpinionErasure opinions, BeanProvider<TeamVoice> team, Contacts contacts, SealedWords sealed, Clock clock) {
        this.opinions = opinions;
        this.team = team;
        this.contacts = contacts;
        this.sealed = sealed;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "opinion";
    }

    @Override
    public Period usualTerm() {
        return TERM;
    }

    @Override
    @Transactional
    public int erase(long contractId, LocalDate before) {
        List<OpinionErasure.Past> past = opinions.find(contractId, before);
        if (past.isEmpty()) {
            return 0;
        }
        opinions.tallyAnswers(contractId, before);
        opinions.tallyOpinions(contractId, before);
        for (OpinionErasure.Past one : past) {
            contacts.erase(one.receiptHash());
            if (one.isShown()) {
                team.get().forget(one.id());
                sealed.forget(one.id());
            }
        }
        opinions.delete(contractId, before);
        opinions.deleteCountedAnswers(contractId, before);
        opinions.loosen(contractId, before, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return past.size();
    }
}
