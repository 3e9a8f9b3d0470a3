package org.portevoix.interview;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.portevoix.consultation.InterviewGuides;
import org.portevoix.contract.Contract;

/** Keeps what was answered in an interview, and takes it away. */
@Singleton
class Interviews {

    private final InterviewRepository interviews;
    private final Clock clock;

    Interviews(InterviewRepository interviews, Clock clock) {
        this.interviews = interviews;
        this.clock = clock;
    }

    /** Of a form without errors; the same form sent twice keeps one. */
    @Transactional
    void keep(Contract contract, InterviewGuides.Guide guide, InterviewForm form, String formKey) {
        boolean isNew = interviews.add(
                        contract.id(), guide.id(), form.heldOn().orElseThrow(), form.who(), clock.instant(), formKey)
                == 1;
        if (isNew) {
            long id = interviews.findId(formKey).orElseThrow();
            guide.questions().stream()
                    .filter(question -> !form.answer(question).isEmpty())
                    .forEach(question -> interviews.addAnswer(id, question.id(), form.answer(question)));
        }
    }

    /** False when it is not there. */
    @Transactional
    boolean remove(Contract contract, long id) {
        return interviews.remove(id, contract.id()) == 1;
    }
}
