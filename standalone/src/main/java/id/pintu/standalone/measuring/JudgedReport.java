package id.pintu.standalone.measuring;

import id.pintu.routing.learning.Example;

/**
 * A report, and the institution a human chose for it.
 *
 * @param dataset where it comes from
 * @param fold the part of the data it was put in; empty when there are no parts
 * @param named the text names its institution
 */
record JudgedReport(Example example, String dataset, String fold, boolean named) {

    String institution() {
        return example.institution();
    }
}
