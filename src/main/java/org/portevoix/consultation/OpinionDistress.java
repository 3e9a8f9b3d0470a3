package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.distress.Danger;
import org.portevoix.distress.Distress;
import org.portevoix.distress.DistressAlerts;
import org.portevoix.distress.Help;
import org.portevoix.distress.HelpLines;

/** Whether an opinion says that somebody may be in danger; who is told, and whom its writer can call. */
@Singleton
class OpinionDistress {

    private final Distress distress;
    private final DistressAlerts alerts;
    private final HelpLines lines;

    OpinionDistress(Distress distress, DistressAlerts alerts, HelpLines lines) {
        this.distress = distress;
        this.alerts = alerts;
        this.lines = lines;
    }

    Set<Danger> dangers(List<Answer> answers) {
        return answers.isEmpty()
                ? EnumSet.noneOf(Danger.class)
                : distress.dangers(answers.stream()
                        .flatMap(answer -> Stream.ofNullable(answer.body()))
                        .toList());
    }

    /** Whom to tell that it came; null when nothing in it says so, neither its words nor what was chosen. */
    DistressAlerts.@Nullable Alert alert(Contract contract, Questionnaire asked, List<Answer> answers) {
        return dangers(answers).isEmpty() && asked.dangersChosen(answers).isEmpty() ? null : alerts.ready(contract);
    }

    /** Whether what is said now tells of a danger that what was said before did not. */
    boolean isNew(Questionnaire asked, List<Answer> answers, List<Answer> before) {
        return !dangers(before).containsAll(dangers(answers))
                || !asked.dangersChosen(before).containsAll(asked.dangersChosen(answers));
    }

    /** In the transaction of the opinion. @param revision of it that says so */
    void tell(DistressAlerts.Alert alert, long opinionId, int revision) {
        alerts.write(alert, "opinion/" + opinionId + "/" + revision, "/avis/" + opinionId);
    }

    /** Whom its writer can call; null when nothing was ever seen in it. */
    @Nullable
    Help help(Opinion opinion, List<Answer> answers) {
        return opinion.turn() == Opinion.FIRST && opinion.state() != OpinionState.WITHDRAWN
                ? new Help(lines.of(dangers(answers)), true)
                : null;
    }
}
