package org.portevoix.rights;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.desk.Work;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.retention.Retention;
import org.portevoix.retention.RetentionRun;

/** Says at the desk that personal data could not be erased on its day. */
@Singleton
class RetentionWork implements Work {

    private final Retention retention;
    private final Calendar calendar;
    private final Messages messages;

    RetentionWork(Retention retention, Calendar calendar, Messages messages) {
        this.retention = retention;
        this.calendar = calendar;
        this.messages = messages;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        Map<Long, Contract> contracts = desk.contracts(Permission.ACCOUNTS);
        return retention.troubles(contracts.keySet()).stream()
                .map(run -> waiting(Objects.requireNonNull(contracts.get(run.contractId())), run));
    }

    private Waiting waiting(Contract contract, RetentionRun run) {
        return new Waiting(
                Gravity.BROKEN,
                run.day(),
                true,
                messages.say(
                        Language.SOURCE,
                        "rights.desk.work.failed",
                        Map.of("kind", messages.say(Language.SOURCE, "retention.kind." + run.kind()))),
                messages.say(
                        Language.SOURCE,
                        "rights.desk.work.day",
                        Map.of("day", calendar.day(Language.SOURCE, run.day()))),
                "/equipe/" + contract.slug() + "/donnees",
                contract.territoryName());
    }
}
