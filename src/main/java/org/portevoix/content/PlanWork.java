package org.portevoix.content;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Stream;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.desk.Work;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;

/** What was to show itself to residents and could not, since something is still to be written. */
@Singleton
class PlanWork implements Work {

    private final PublicationPlanRepository plans;
    private final Calendar calendar;
    private final Messages messages;
    private final MatrixPages.Words words;

    PlanWork(PublicationPlanRepository plans, Calendar calendar, Messages messages, MatrixPages.Words words) {
        this.plans = plans;
        this.calendar = calendar;
        this.messages = messages;
        this.words = words;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        return desk.contracts(Permission.PUBLISH).values().stream()
                .flatMap(contract -> plans.findAll(contract.id()).stream()
                        .filter(PublicationPlan::isHindered)
                        .map(plan -> waiting(contract, plan)));
    }

    private Waiting waiting(Contract contract, PublicationPlan plan) {
        var day = plan.publishAt().atZone(contract.zoneId()).toLocalDate();
        return Waiting.usual(
                contract,
                words.today(contract),
                day,
                messages.say(Language.SOURCE, "content.desk.work.hindered", Map.of("slug", plan.slug())),
                calendar.day(Language.SOURCE, day),
                "/contenus/" + plan.kind().address() + "/" + plan.slug());
    }
}
