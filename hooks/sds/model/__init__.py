"""What there is: the records, the framework that holds them, the links between them and the address of each."""
