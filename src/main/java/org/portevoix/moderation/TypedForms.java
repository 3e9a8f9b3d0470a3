package org.portevoix.moderation;

import java.util.Map;
import org.portevoix.web.FormBody;

/**
 * What was typed on the page of an opinion, in whichever of its forms, and what is wrong with it.
 *
 * @param other the fields of the smaller forms, each of its own name
 * @param errors message keys by field, in the order of the page
 */
record TypedForms(DecisionForm decision, ReplyForm reply, FormBody other, Map<String, String> errors) {

    static TypedForms none() {
        return new TypedForms(DecisionForm.blank(), ReplyForm.blank(), FormBody.of(""), Map.of());
    }

    static TypedForms decision(DecisionForm form, Map<String, String> errors) {
        return new TypedForms(form, ReplyForm.blank(), FormBody.of(""), errors);
    }

    static TypedForms reply(ReplyForm form, Map<String, String> errors) {
        return new TypedForms(DecisionForm.blank(), form, FormBody.of(""), errors);
    }

    static TypedForms other(FormBody body, Map<String, String> errors) {
        return new TypedForms(DecisionForm.blank(), ReplyForm.blank(), body, errors);
    }
}
