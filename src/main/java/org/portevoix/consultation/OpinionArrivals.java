package org.portevoix.consultation;

import jakarta.inject.Singleton;
import org.portevoix.participation.Channel;
import org.portevoix.web.FormBody;

/** Opinions that come otherwise than by the site's own pages, received as a form's are. */
@Singleton
public class OpinionArrivals {

    private final Questionnaires questionnaires;
    private final Opinions opinions;

    OpinionArrivals(Questionnaires questionnaires, Opinions opinions) {
        this.questionnaires = questionnaires;
        this.opinions = opinions;
    }

    /**
     * Receives an opinion, in a transaction of its own.
     *
     * @param body with the fields of the questionnaire's form
     * @param formKey 32 hexadecimal digits; the same one with the same answers is the same opinion
     * @param language in which it was given
     * @return the code of its receipt
     */
    public String receive(
            String contract, String consultation, FormBody body, String formKey, String language, Channel channel) {
        Questionnaires.Asked asked = questionnaires.asked(language, contract, consultation);
        var form = new OpinionForm(body);
        if (!form.errors(asked.questionnaire()).isEmpty()) {
            throw new IllegalArgumentException("not an answer to " + consultation + ": " + body);
        }
        return opinions.receive(
                asked.visit().contract(),
                asked.questionnaire(),
                form,
                new Opinions.Sent(formKey, language, channel, null));
    }
}
