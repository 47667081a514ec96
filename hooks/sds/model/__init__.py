"""The data model: the types of record, the framework that holds them, the links between them and the address of each."""
