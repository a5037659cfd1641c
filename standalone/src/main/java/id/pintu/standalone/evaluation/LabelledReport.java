package id.pintu.standalone.evaluation;

import id.pintu.routing.learning.TrainingExample;

/**
 * A report, and the institution a human chose for it.
 *
 * @param dataset where it comes from
 * @param fold the part of the data it was put in; empty when there are no parts
 * @param mentionsInstitution the text names its institution
 */
record LabelledReport(TrainingExample example, String dataset, String fold, boolean mentionsInstitution) {

    String institution() {
        return example.institution();
    }
}
